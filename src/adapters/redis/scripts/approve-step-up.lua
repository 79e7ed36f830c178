#!lua
--[[
  Approves the step-up that a portal session began last, and gives the session another id.

  KEYS[1]  Session hash as it was.
  KEYS[2]  Session hash under its new id.
  ARGV[1]  What all keys of this slot begin with.
  ARGV[2]  The approved challenge.
  ARGV[3]  The session's hash as it was.
  ARGV[4]  The session's new hash.
  ARGV[5]  Life of the employee's index, no shorter than a session's.

  Returns  null       not this challenge's turn, approved before, ended, expired or never there
           what touch-portal.lua answers
]]
local asked = redis.call('HMGET', KEYS[1], 'w', 'ro', 'sc', 'sp')
if not asked[1] or asked[3] ~= ARGV[2] or asked[4] == '1' then return false end
redis.call('RENAME', KEYS[1], KEYS[2])
redis.call('HSET', KEYS[2], 'pr', '1', 'sp', '1')
local index, suffix = ARGV[1] .. 'po:' .. asked[1], ' ' .. asked[2]
redis.call('ZREM', index, 's' .. ARGV[3] .. suffix)
redis.call('ZADD', index, redis.call('HGET', KEYS[2], 'x'), 's' .. ARGV[4] .. suffix)
redis.call('PEXPIRE', index, ARGV[5])
return redis.call('HMGET', KEYS[2], 'w', 'ro', 'cl', 'co', 'us', 're', 'lo', 'pr', 'sa', 'sc', 'sp')
