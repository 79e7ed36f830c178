#!lua
--[[
  Writes the record of a hosted page.

  KEYS[1]  Page hash: cl client, co company, us user, pu purpose, ac action, nd nonce digest, ru return URL, sa state, lo locale, ch challenge, br browser.
  ARGV[1]  Life in milliseconds.
  ARGV[2]  JSON object of fields and their texts.

  Returns  1
]]
for field, value in pairs(cjson.decode(ARGV[2])) do redis.call('HSET', KEYS[1], field, value) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
