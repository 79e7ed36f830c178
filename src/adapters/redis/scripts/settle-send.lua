#!lua flags=allow-oom
--[[
  Tells how a reserved send ended; a send that is not in flight is left alone.

  KEYS[1]  Challenge hash.
  KEYS[2]  What outlives the challenge: "<state><code length> <nonce digest> <client>".
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  Challenge id.
  ARGV[4]  Message id.
  ARGV[5]  a accepted | u unknown | r refused.
  ARGV[6]  Milliseconds after which a gap is forgotten.

  Returns  1 settled, 0 left alone, or the name of the Idempotency-Key of a start that is forgotten with it
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local base, id, outcome = ARGV[2], ARGV[3], ARGV[5]
local SAVED = { 'k', 'd', 'l', 'f', 'v', 'fs', 'ds', 'ch', 'lo', 'dl', 'da', 'g', 'x', 'st' }

local c = redis.call('HMGET', KEYS[1], 'm', 'dl', 'rk', 'ch', 'cs', 'g', 'pga', 'ik', 'nk', 'w')
if c[1] ~= ARGV[4] or c[2] ~= 'f' then return 0 end

local function forgetReservation()
  redis.call('HDEL', KEYS[1], 'm', 'rk', 'lu', 'pga', 'ik')
  for _, field in ipairs(SAVED) do redis.call('HDEL', KEYS[1], 'p' .. field) end
end

if outcome ~= 'r' then
  local channels = c[5] or ''
  if not string.find(',' .. channels .. ',', ',' .. c[4] .. ',', 1, true) then
    channels = channels == '' and c[4] or channels .. ',' .. c[4]
  end
  redis.call('HSET', KEYS[1], 'dl', outcome, 'da', now, 'cs', channels, 'lm', ARGV[4] .. ' ' .. now)
  forgetReservation()
  return 1
end

-- Another send may have moved the gap since; only the own mark is taken back.
local gapKey = base .. 'g:' .. c[6]
local gap = redis.call('GET', gapKey)
if gap and string.match(gap, '(%S+)$') == ARGV[4] then
  local last = string.match(c[7], '^%d+ (%d+)')
  local leftMs = last and last + ARGV[6] - now or 0
  if leftMs > 0 then redis.call('SET', gapKey, c[7], 'PX', leftMs) else redis.call('DEL', gapKey) end
end
if c[8] then redis.call('DEL', base .. 'i:' .. c[8]) end

local client = string.match(redis.call('GET', KEYS[2]), '^%S+ %S* (.*)$')
local open, member = base .. 'o:' .. c[10], id .. ' ' .. client
if c[3] == 'o' then
  if c[9] and redis.call('GET', base .. 'n:' .. c[9]) == id then redis.call('DEL', base .. 'n:' .. c[9]) end
  redis.call('ZREM', open, member)
  redis.call('DEL', KEYS[1], KEYS[2])
  return c[8] or 1
end

local restored = c[3] == 'd' and SAVED or { 'ch', 'lo', 'dl', 'da', 'g' }
for _, field in ipairs(restored) do
  local value = redis.call('HGET', KEYS[1], 'p' .. field)
  if value then redis.call('HSET', KEYS[1], field, value) else redis.call('HDEL', KEYS[1], field) end
end
forgetReservation()
if c[3] == 'd' then
  local x, length = unpack(redis.call('HMGET', KEYS[1], 'x', 'l'))
  local remembered = redis.call('GET', KEYS[2])
  redis.call('SET', KEYS[2], string.gsub(remembered, '^(%a)%d+', '%1' .. (length or 0), 1), 'KEEPTTL')
  if x - now > 0 then
    redis.call('PEXPIRE', KEYS[1], x - now)
    if redis.call('ZSCORE', open, member) then redis.call('ZADD', open, x, member) end
  else
    redis.call('DEL', KEYS[1])
    redis.call('ZREM', open, member)
  end
end
return 1
