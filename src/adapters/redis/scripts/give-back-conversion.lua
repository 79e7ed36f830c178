#!lua flags=allow-oom
--[[
  Uncounts one message to an unproven number, where it was counted a moment ago.

  KEYS[1]  Hash of counts by step of time, as in take-conversion.lua.
  KEYS[2]  Message ids of the last moments: zset by milliseconds.
  ARGV[1]  Message id.
  ARGV[2]  Length of a step in milliseconds.

  Returns  1 uncounted, 0 it was not counted
]]
local at = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not at then return 0 end
redis.call('ZREM', KEYS[2], ARGV[1])
local step = string.format('s%d', math.floor(at / ARGV[2]))
-- Without its step there is nothing to free, and no key to bring back without an expiry.
if tonumber(redis.call('HGET', KEYS[1], step) or 0) > 0 then redis.call('HINCRBY', KEYS[1], step, -1) end
return 1
