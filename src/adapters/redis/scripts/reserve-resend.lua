#!lua
--[[
  Reserves a repeat of the same code; the challenge's life stays as it is.

  KEYS[1]  Challenge hash.
  KEYS[2]  What outlives the challenge: "<state><code length> <nonce digest> <client>".
  KEYS[3]  Idempotency key: the fingerprint.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  JSON of ReserveArguments (reserve-command.ts), durations in milliseconds.

  Returns  {'reserved', view} | {'repeated', view} | {'not_found'} | {'ended', state} | {'code_not_sent'} | {'expiring'} | {'conflict'}
           {'in_flight' | 'cooldown' | 'locked', milliseconds to wait}
           {'limit', 'send_tries', milliseconds to wait}
           {'disabled'} | {'idempotency_key_reused'}
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
local state, client = string.match(remembered, '^(%a)%d+ %S* (.*)$')
if client ~= cmd.clientId then return { 'not_found' } end
local c = redis.call('HMGET', KEYS[1], 'x', 'st', 't', 'f', 'v', 'dl', 'lu', 'w')
if state == 'p' and (not c[1] or tonumber(c[1]) <= now) then state = 'x' end

local isInFlight = state == 'p' and c[6] == 'f' and tonumber(c[7]) > now
if cmd.fingerprint then
  local seen = redis.call('GET', KEYS[3])
  if seen and seen ~= cmd.fingerprint then return { 'idempotency_key_reused' } end
  if seen and not isInFlight then return { 'repeated', view(KEYS[1], KEYS[2], cmd.id) } end
end
if state ~= 'p' then return { 'ended', state } end
if c[2] == 'w' then return { 'code_not_sent' } end
if isInFlight then return { 'in_flight', c[7] - now } end
if c[4] ~= send.factorId or tonumber(c[5]) ~= send.factorVersion then return { 'conflict' } end

local counter = base .. (send.factorState == 'a' and 'u:' .. c[8] or 'f:' .. send.factorId)
local refused = takeCounter(counter)
if refused then return refused end

if c[1] - now < limits.resendMinLifeMs then return { 'expiring' } end
local gapName = c[8] .. ':' .. send.numberHash
local gapKey, triesKey = base .. 'g:' .. gapName, base .. 's:' .. c[8] .. ':' .. client
refused = refusedSend(gapKey, triesKey)
if refused then return refused end
local gap = takeSend(gapKey, triesKey)

landLate(KEYS[1])
for _, field in ipairs({ 'ch', 'lo', 'dl', 'da', 'g' }) do
  redis.call('HSET', KEYS[1], 'p' .. field, redis.call('HGET', KEYS[1], field))
end
redis.call('HSET', KEYS[1], 'pga', gap, 'g', gapName, 'ch', send.channel, 'lo', send.locale, 'dl', 'f', 'da', now,
  'm', send.messageId, 'rk', 'r', 'lu', now + limits.sendLeaseMs)
if cmd.fingerprint then
  redis.call('SET', KEYS[3], cmd.fingerprint, 'PX', limits.idempotencyMs)
  redis.call('HSET', KEYS[1], 'ik', cmd.idempotencyKey)
end
return { 'reserved', view(KEYS[1], KEYS[2], cmd.id) }
