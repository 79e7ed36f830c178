#!lua
--[[
  Notes what the provider reported of a message, if it is the challenge's last one; touches nothing else and
  prolongs nothing (R043).

  KEYS[1]  Challenge hash.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  Message id.
  ARGV[3]  s sent | d delivered | n undelivered.
  ARGV[4]  Why it is undelivered; - where it is not.

  Returns  1 noted, 0 left alone
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
-- include last-message

local c = redis.call('HMGET', KEYS[1], 'm', 'lm', 'da', 'dr', 'x')
if not c[5] or tonumber(c[5]) <= now or lastMessage(c[1], c[2], c[3]) ~= ARGV[2] then return 0 end
local known = receiptOf(ARGV[2], c[4])
if known and (string.sub(known, 1, 1) ~= 's' or ARGV[3] == 's') then return 0 end
redis.call('HSET', KEYS[1], 'dr', ARGV[2] .. ' ' .. ARGV[3] .. ' ' .. ARGV[4] .. ' ' .. now)
return 1
