#!lua
--[[
  Points a page at another challenge of the same person; its life stays as it is.

  KEYS[1]  Page hash: cl client, co company, us user, pu purpose, ac action, nd nonce digest, ru return URL, sa state, lo locale, ch challenge, br browser.
  ARGV[1]  The challenge it must stand at.
  ARGV[2]  The challenge to stand at.

  Returns  'moved', also when it was moved so before | 'moved_before' elsewhere | 'not_found'
]]
local challenge = redis.call('HGET', KEYS[1], 'ch')
if not challenge then return 'not_found' end
if challenge == ARGV[2] then return 'moved' end
if challenge ~= ARGV[1] then return 'moved_before' end
redis.call('HSET', KEYS[1], 'ch', ARGV[2])
return 'moved'
