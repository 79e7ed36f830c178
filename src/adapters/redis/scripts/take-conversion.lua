#!lua
--[[
  Counts one message to an unproven number of a prefix, or says how long until it may be.

  KEYS[1]  Hash of counts by step of time: "s<step>" messages, "p<step>" numbers that were proven.
  KEYS[2]  Message ids of the last moments: zset by milliseconds.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  Message id.
  ARGV[3]  Length of a step in milliseconds.
  ARGV[4]  Steps in the window.
  ARGV[5]  How long message ids are kept in milliseconds.
  ARGV[6]  Messages that need no answer.
  ARGV[7]  Share of all messages that must have come back beyond that.

  Returns  0 counted, else milliseconds to wait: until enough is forgotten, or as long as message ids are
           kept, where the codes of those messages would be enough if they came back
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local message, stepMs, steps = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local free, floor = tonumber(ARGV[6]), tonumber(ARGV[7])
local step = math.floor(now / stepMs)

redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - ARGV[5])
if redis.call('ZSCORE', KEYS[2], message) then return 0 end

local sent, proven, held, flat = 0, 0, {}, redis.call('HGETALL', KEYS[1])
for i = 1, #flat, 2 do
  local what, at, count = string.sub(flat[i], 1, 1), tonumber(string.sub(flat[i], 2)), tonumber(flat[i + 1])
  if at < step - steps then
    redis.call('HDEL', KEYS[1], flat[i])
  else
    held[#held + 1] = { at = at, sent = what == 's' and count or 0, proven = what == 'p' and count or 0 }
    sent, proven = sent + held[#held].sent, proven + held[#held].proven
  end
end

local isUndecided = proven + redis.call('ZCARD', KEYS[2]) >= sent * floor

-- The oldest step goes first, with what came back in it.
table.sort(held, function(a, b) return a.at < b.at end)
local next, waitMs = 1, 0
while sent >= free and proven < sent * floor do
  local at = held[next].at
  while held[next] and held[next].at == at do
    sent, proven, next = sent - held[next].sent, proven - held[next].proven, next + 1
  end
  waitMs = (at + steps + 1) * stepMs - now
end
if waitMs > 0 then return isUndecided and math.min(waitMs, tonumber(ARGV[5])) or waitMs end

redis.call('HINCRBY', KEYS[1], string.format('s%d', step), 1)
redis.call('PEXPIRE', KEYS[1], (steps + 1) * stepMs)
redis.call('ZADD', KEYS[2], now, message)
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return 0
