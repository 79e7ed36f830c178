#!lua
--[[
  Sets fields of a live portal session and leaves its end as it is.

  KEYS[1]  Session hash.
  ARGV[1]  Fields: a JSON object of texts.

  Returns  1 changed, 0 ended, expired or never there
]]
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
for field, value in pairs(cjson.decode(ARGV[1])) do redis.call('HSET', KEYS[1], field, value) end
return 1
