#!lua
--[[
  Turns a link into a session, once.

  KEYS[1]  Link hash.
  KEYS[2]  Session hash: the link's fields, x end of its total time in milliseconds; later pr, sa, sc, sp.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  The link's hash.
  ARGV[4]  The session's hash.
  ARGV[5]  Idle time in milliseconds.
  ARGV[6]  Total time in milliseconds.

  Returns  null       used, ended, expired or never there
           {index name, role, client, company, user, reason or null, locale or null}
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local base, ends = ARGV[2], now + tonumber(ARGV[6])

local guest = redis.call('HMGET', KEYS[1], 'w', 'ro', 'cl', 'co', 'us', 're', 'lo')
if not guest[1] then return false end
redis.call('RENAME', KEYS[1], KEYS[2])
redis.call('HSET', KEYS[2], 'x', ends)
redis.call('PEXPIRE', KEYS[2], ARGV[5])
local index = base .. 'po:' .. guest[1]
redis.call('ZREM', index, 'l' .. ARGV[3] .. ' ' .. guest[2])
redis.call('ZADD', index, ends, 's' .. ARGV[4] .. ' ' .. guest[2])
redis.call('PEXPIRE', index, ARGV[6])
return guest
