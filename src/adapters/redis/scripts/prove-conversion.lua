#!lua flags=allow-oom
--[[
  Counts one number of a prefix that was proven.

  KEYS[1]  Hash of counts by step of time, as in take-conversion.lua.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  Length of a step in milliseconds.
  ARGV[3]  Steps in the window.

  Returns  how many of this step
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local proven = redis.call('HINCRBY', KEYS[1], string.format('p%d', math.floor(now / ARGV[2])), 1)
redis.call('PEXPIRE', KEYS[1], (ARGV[3] + 1) * ARGV[2])
return proven
