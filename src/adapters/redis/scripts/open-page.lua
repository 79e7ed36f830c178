#!lua
--[[
  Writes the record of a hosted page.

  KEYS[1]  Page hash: cl client, co company, us user, pu purpose, ac action, nd nonce digest, ru return URL, sa state, lo locale, ch challenge, br browser.
  ARGV[1]  Life in milliseconds.
  ARGV[2]  Field and value by turns, to the end; empty where there is none.

  Returns  1
]]
redis.call('HSET', KEYS[1], unpack(ARGV, 2))
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
