#!lua
--[[
  Reserves one more message with the same code, because the last one did not arrive. Nobody waits for it, so the
  running gap does not stop it; it counts, and moves the gap, like any other send.

  KEYS[1]  Challenge hash.
  KEYS[2]  What outlives the challenge: "<state><code length> <nonce digest> <client>".
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  JSON of RepeatArguments (reserve-command.ts), durations in milliseconds.

  Returns  {'reserved', view} | {'not_found'} | {'ended', state} | {'code_not_sent'} | {'expiring'}
           {'conflict'}                                 another message is the last one by now, or another phone
           {'in_flight' | 'locked', milliseconds to wait}
           {'limit', 'send_tries', milliseconds to wait}
           {'disabled'}
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
local c = redis.call('HMGET', KEYS[1], 'x', 'st', 'f', 'v', 'dl', 'lu', 'w', 'm', 'lm', 'da')
if state == 'p' and (not c[1] or tonumber(c[1]) <= now) then state = 'x' end
if state ~= 'p' then return { 'ended', state } end
if c[2] == 'w' then return { 'code_not_sent' } end
if lastMessage(c[8], c[9], c[10]) ~= cmd.repeats then return { 'conflict' } end
if c[5] == 'f' and tonumber(c[6]) > now then return { 'in_flight', c[6] - now } end
if c[3] ~= send.factorId or tonumber(c[4]) ~= send.factorVersion then return { 'conflict' } end

local refused = takeCounter(base .. (send.factorState == 'a' and 'u:' .. c[7] or 'f:' .. send.factorId))
if refused then return refused end
if c[1] - now < limits.resendMinLifeMs then return { 'expiring' } end
local gapName = c[7] .. ':' .. send.numberHash
local gapKey, triesKey = base .. 'g:' .. gapName, base .. 's:' .. c[7] .. ':' .. client
refused = refusedByTries(triesKey)
if refused then return refused end
local gap = takeSend(gapKey, triesKey)

landLate(KEYS[1])
for _, field in ipairs({ 'ch', 'lo', 'dl', 'da', 'g' }) do
  redis.call('HSET', KEYS[1], 'p' .. field, redis.call('HGET', KEYS[1], field))
end
redis.call('HSET', KEYS[1], 'pga', gap, 'g', gapName, 'dl', 'f', 'da', now, 'm', send.messageId, 'rk', 'r', 'lu', now + limits.sendLeaseMs)
return { 'reserved', view(KEYS[1], KEYS[2], cmd.id) }
