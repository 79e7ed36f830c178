#!lua
--[[
  Changes fields of a page.

  KEYS[1]  Page hash: cl client, co company, us user, pu purpose, ac action, nd nonce digest, ru return URL, sa state, lo locale, ch challenge, br browser.
  ARGV[1]  Life in milliseconds; empty: as it is.
  ARGV[2]  JSON object of fields and their texts.

  Returns  1 changed, 0 no such page
]]
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
for field, value in pairs(cjson.decode(ARGV[2])) do redis.call('HSET', KEYS[1], field, value) end
if ARGV[1] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return 1
