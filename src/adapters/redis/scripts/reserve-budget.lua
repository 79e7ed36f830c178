#!lua
--[[
  Takes one send out of a number's budget, or says how long until there is one again.

  KEYS[1]  Sends in the short window: zset of message ids by milliseconds.
  KEYS[2]  Sends to the number while unproven, for a day: zset of message ids by milliseconds.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  Message id.
  ARGV[3]  1: the number is proven, 0: not.
  ARGV[4]  Sends in the short window.
  ARGV[5]  Short window in milliseconds.
  ARGV[6]  Unproven sends in the short window.
  ARGV[7]  Unproven sends in a day.
  ARGV[8]  A day in milliseconds.

  Returns  {'reserved'}
           {'limit', 'number' | 'unproven_number' | 'unproven_number_day', milliseconds to wait}   the longest wait
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local message, isProven = ARGV[2], ARGV[3] == '1'
local windowMs, dayMs = tonumber(ARGV[5]), tonumber(ARGV[8])

redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - windowMs)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - dayMs)
if redis.call('ZSCORE', KEYS[1], message) then return { 'reserved' } end

local limit, waitMs = false, 0
local function check(name, key, most, overMs)
  local nth = redis.call('ZRANGE', key, -most, -most, 'WITHSCORES')
  local leftMs = nth[2] and nth[2] + overMs - now or 0
  if leftMs > waitMs then limit, waitMs = name, leftMs end
end
check('number', KEYS[1], ARGV[4], windowMs)
if not isProven then
  check('unproven_number', KEYS[2], ARGV[6], windowMs)
  check('unproven_number_day', KEYS[2], ARGV[7], dayMs)
end
if limit then return { 'limit', limit, waitMs } end

redis.call('ZADD', KEYS[1], now, message)
redis.call('PEXPIRE', KEYS[1], ARGV[5])
if not isProven then
  redis.call('ZADD', KEYS[2], now, message)
  redis.call('PEXPIRE', KEYS[2], ARGV[8])
end
return { 'reserved' }
