#!lua
--[[
  Counts one message on all meters of one owner, or says how long until it may be.

  KEYS     For each meter in turn. One that counts each message: a zset of message ids by milliseconds.
           One that counts in steps: a hash of counts by step, and a zset of the message ids of the last
           moments by milliseconds. Last, where a warning is asked for: whether it was given.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  Message id.
  ARGV[3]  JSON: isSoft, recentMs, warn {at, everyMs} or nothing, and meters [{stepMs or nothing, steps,
           keepMs, caps [{limit, most, windowMs}]}].

  Returns  {'taken' | 'limit', the limit or '', milliseconds to wait, milliseconds since the message before
           or -1, 1 to warn or 0, what each meter holds ...}   the longest wait; of a soft take also if taken
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local message, args = ARGV[2], cjson.decode(ARGV[3])

local limit, waitMs, held = '', 0, {}
local function check(cap, leftMs)
  if leftMs > waitMs then limit, waitMs = cap.limit, leftMs end
end

local function readEach(meter)
  redis.call('ZREMRANGEBYSCORE', meter.key, '-inf', now - meter.keepMs)
  for _, cap in ipairs(meter.caps) do
    local nth = redis.call('ZRANGE', meter.key, -cap.most, -cap.most, 'WITHSCORES')
    if nth[2] then check(cap, nth[2] + cap.windowMs - now) end
  end
  return redis.call('ZCARD', meter.key)
end

-- A step is gone once all of it lies a whole window back, so nothing is forgotten too early.
local function readSteps(meter)
  local step, used, counts, flat = math.floor(now / meter.stepMs), 0, {}, redis.call('HGETALL', meter.key)
  redis.call('ZREMRANGEBYSCORE', meter.recent, '-inf', now - args.recentMs)
  for i = 1, #flat, 2 do
    local at, count = tonumber(flat[i]), tonumber(flat[i + 1])
    if at < step - meter.steps then
      redis.call('HDEL', meter.key, flat[i])
    else
      used = used + count
      counts[#counts + 1] = { at = at, count = count }
    end
  end
  table.sort(counts, function(a, b) return a.at < b.at end)
  for _, cap in ipairs(meter.caps) do
    local left = used
    for _, one in ipairs(counts) do
      if left < cap.most then break end
      left = left - one.count
      check(cap, (one.at + meter.steps + 1) * meter.stepMs - now)
    end
  end
  return used
end

local next = 1
for _, meter in ipairs(args.meters) do
  meter.key, next = KEYS[next], next + 1
  if meter.stepMs then meter.recent, next = KEYS[next], next + 1 end
end

local first = args.meters[1]
local isTaken = redis.call('ZSCORE', first.recent or first.key, message)
for i, meter in ipairs(args.meters) do
  held[i] = meter.stepMs and readSteps(meter) or readEach(meter)
end
local last = not first.stepMs and redis.call('ZRANGE', first.key, -1, -1, 'WITHSCORES') or {}
local sinceMs = last[2] and not isTaken and now - last[2] or -1

if isTaken then limit, waitMs = '', 0 end
if limit ~= '' and not args.isSoft then return { 'limit', limit, waitMs, sinceMs, 0, unpack(held) } end

local function count(meter)
  if not meter.stepMs then
    redis.call('ZADD', meter.key, now, message)
    redis.call('PEXPIRE', meter.key, meter.keepMs)
    return
  end
  redis.call('HINCRBY', meter.key, string.format('%d', math.floor(now / meter.stepMs)), 1)
  redis.call('PEXPIRE', meter.key, meter.keepMs + meter.stepMs)
  redis.call('ZADD', meter.recent, now, message)
  redis.call('PEXPIRE', meter.recent, args.recentMs)
end

if not isTaken then
  for i, meter in ipairs(args.meters) do
    count(meter)
    held[i] = held[i] + 1
  end
end
local isWarning = args.warn and held[1] >= args.warn.at and redis.call('SET', KEYS[next], 1, 'NX', 'PX', args.warn.everyMs)
return { 'taken', limit, waitMs, sinceMs, isWarning and 1 or 0, unpack(held) }
