#!lua
--[[
  Points an unfinished enrolment at a number: a new code, a new life, tries carried over.

  KEYS[1]  Challenge hash.
  KEYS[2]  What outlives the challenge: "<state><code length> <nonce digest> <client>".
  KEYS[3]  Idempotency key: the fingerprint.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  JSON of ReserveArguments (reserve-command.ts), durations in milliseconds.

  Returns  {'reserved', view} | {'repeated', view} | {'not_found'} | {'ended', state} | {'destinations_used_up'} | {'conflict'}
           {'in_flight' | 'cooldown', milliseconds to wait}
           {'limit', 'send_tries', milliseconds to wait}
           {'idempotency_key_reused'}
           where view is the reply of read-challenge.lua.
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local base = ARGV[2]
local cmd = cjson.decode(ARGV[3])
local send, limits = cmd.send, cmd.limits
-- include last-message
-- include view
-- include sends
-- include landing

local remembered = redis.call('GET', KEYS[2])
if not remembered then return { 'not_found' } end
local state, nonce, client = string.match(remembered, '^(%a)%d+ (%S*) (.*)$')
if client ~= cmd.clientId then return { 'not_found' } end
local c = redis.call('HMGET', KEYS[1], 'x', 'fs', 'ds', 'dl', 'lu', 'w', 'nk')
if state == 'p' and (not c[1] or tonumber(c[1]) <= now) then state = 'x' end

local isInFlight = state == 'p' and c[4] == 'f' and tonumber(c[5]) > now
if cmd.fingerprint then
  local seen = redis.call('GET', KEYS[3])
  if seen and seen ~= cmd.fingerprint then return { 'idempotency_key_reused' } end
  if seen and not isInFlight then return { 'repeated', view(KEYS[1], KEYS[2], cmd.id) } end
end
if state ~= 'p' then return { 'ended', state } end
if c[2] == 'a' then return { 'conflict' } end
if isInFlight then return { 'in_flight', c[5] - now } end
local destination = c[3] and c[3] + 1 or 0
if destination >= limits.destinations then return { 'destinations_used_up' } end
if destination ~= cmd.destination then return { 'conflict' } end

takeCounter(base .. 'f:' .. send.factorId)

local gapName = c[6] .. ':' .. send.numberHash
local gapKey, triesKey = base .. 'g:' .. gapName, base .. 's:' .. c[6] .. ':' .. client
local refused = refusedSend(gapKey, triesKey)
if refused then return refused end
local gap = takeSend(gapKey, triesKey)

landLate(KEYS[1])
for _, field in ipairs({ 'k', 'd', 'l', 'f', 'v', 'fs', 'ds', 'ch', 'lo', 'dl', 'da', 'g', 'x', 'st' }) do
  local value = redis.call('HGET', KEYS[1], field)
  if value then redis.call('HSET', KEYS[1], 'p' .. field, value) else redis.call('HDEL', KEYS[1], 'p' .. field) end
end
redis.call('HSET', KEYS[1], 'k', send.keyId, 'd', send.digest, 'l', send.codeLength, 'f', send.factorId, 'v', send.factorVersion,
  'fs', send.factorState, 'ds', destination, 'ch', send.channel, 'lo', send.locale, 'dl', 'f', 'da', now, 'g', gapName, 'x', now + send.ttlMs, 'st', 'p')
redis.call('HSET', KEYS[1], 'pga', gap, 'm', send.messageId, 'rk', 'd', 'lu', now + limits.sendLeaseMs)
redis.call('PEXPIRE', KEYS[1], send.ttlMs)
local memoryMs = math.max(redis.call('PTTL', KEYS[2]), send.ttlMs + limits.endStateTtlMs)
redis.call('SET', KEYS[2], 'p' .. send.codeLength .. ' ' .. nonce .. ' ' .. client, 'PX', memoryMs)
if c[7] then redis.call('PEXPIRE', base .. 'n:' .. c[7], memoryMs) end
local open = base .. 'o:' .. c[6]
redis.call('ZADD', open, now + send.ttlMs, cmd.id .. ' ' .. client)
redis.call('PEXPIRE', open, math.max(send.ttlMs, redis.call('PTTL', open)))
if cmd.fingerprint then
  redis.call('SET', KEYS[3], cmd.fingerprint, 'PX', limits.idempotencyMs)
  redis.call('HSET', KEYS[1], 'ik', cmd.idempotencyKey)
end
return { 'reserved', view(KEYS[1], KEYS[2], cmd.id) }
