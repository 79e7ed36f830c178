#!lua flags=allow-oom
--[[
  Ends one portal session.

  KEYS[1]  Session hash.
  ARGV[1]  What all keys of this slot begin with.
  ARGV[2]  The session's hash.

  Returns  null       ended, expired or never there
           what touch-portal.lua answers
]]
local session = redis.call('HMGET', KEYS[1], 'w', 'ro', 'cl', 'co', 'us', 're', 'lo', 'pr', 'sa', 'sc', 'sp')
if not session[1] then return false end
redis.call('DEL', KEYS[1])
redis.call('ZREM', ARGV[1] .. 'po:' .. session[1], 's' .. ARGV[2] .. ' ' .. session[2])
return session
