#!lua flags=allow-oom
--[[
  Reads a portal session and begins its idle time anew, never beyond its total time.

  KEYS[1]  Session hash.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  Idle time in milliseconds.

  Returns  null       ended, expired or never there
           {index name, role, client, company, user, reason or null, locale or null, '1' once proven,
            step-up's action or null, its challenge or null, '1' once approved}
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])

local ends = tonumber(redis.call('HGET', KEYS[1], 'x') or nil)
if not ends then return false end
redis.call('PEXPIRE', KEYS[1], math.min(tonumber(ARGV[2]), ends - now))
return redis.call('HMGET', KEYS[1], 'w', 'ro', 'cl', 'co', 'us', 're', 'lo', 'pr', 'sa', 'sc', 'sp')
