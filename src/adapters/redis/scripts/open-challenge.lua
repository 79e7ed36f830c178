#!lua
--[[
  Opens a challenge, or finds the one that an equal request has opened before (decisions 11, 16).

  KEYS[1]  Challenge hash.
  KEYS[2]  What outlives the challenge: "<state><code length> <nonce digest> <client>"; state p open, a approved, c canceled, m max_attempts_reached.
  KEYS[3]  The employee's open challenges: zset of "<id> <client>" by expiry, milliseconds.
  KEYS[4]  Failure counter: hash e epoch, f failures, l locked until, milliseconds.
  KEYS[5]  Gap of the employee and number: "<sends> <last, ms> <next allowed, ms> <message>".
  KEYS[6]  The employee's and client's send tries: list of milliseconds, newest first.
  KEYS[7]  Idempotency key: "<challenge id> <fingerprint>".
  KEYS[8]  Nonce: the challenge id.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  JSON of OpenArguments (open-command.ts): durations in milliseconds; `send` absent while a number is awaited.

  Returns  {'opened', view}                           the send, if any, is in flight now
           {'existing', 'nonce' | 'idempotency_key', view}   view is null when only the key is remembered
           {'in_flight' | 'cooldown' | 'locked', milliseconds to wait}
           {'limit', 'open_challenges' | 'send_tries', milliseconds to wait}
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

local function viewOf(id)
  return view(base .. 'c:' .. id, base .. 'e:' .. id, id)
end

local function inFlightFor(id)
  local c = redis.call('HMGET', base .. 'c:' .. id, 'dl', 'lu')
  return c[1] == 'f' and math.max(0, tonumber(c[2]) - now) or 0
end

local function found(by, id)
  local wait = inFlightFor(id)
  if wait > 0 then return { 'in_flight', wait } end
  return { 'existing', by, viewOf(id) }
end

if cmd.fingerprint then
  local seen = redis.call('GET', KEYS[7])
  if seen then
    local id, fingerprint = string.match(seen, '^(%S+) (.*)$')
    if fingerprint ~= cmd.fingerprint then return { 'idempotency_key_reused' } end
    return found('idempotency_key', id)
  end
end

if cmd.nonceKey then
  local id = redis.call('GET', KEYS[8])
  local known = id and viewOf(id)
  if known and (known[2] == 'p' or known[2] == 'a') then return found('nonce', id) end
end

if send then
  local refused = takeCounter(KEYS[4])
  if refused then return refused end
end

redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
local openOnes, earliest = 0, false
local members = redis.call('ZRANGE', KEYS[3], 0, -1, 'WITHSCORES')
for i = 1, #members, 2 do
  if string.match(members[i], '^%S+ (.*)$') == cmd.clientId then
    openOnes = openOnes + 1
    earliest = earliest or tonumber(members[i + 1])
  end
end
if openOnes >= limits.openChallenges then return { 'limit', 'open_challenges', earliest - now } end

if send then
  local refused = refusedSend(KEYS[5], KEYS[6])
  if refused then return refused end
end

local lifeMs = send and send.ttlMs or limits.waitingTtlMs
local memoryMs = lifeMs + limits.endStateTtlMs
redis.call('SET', KEYS[2], 'p' .. (send and send.codeLength or 0) .. ' ' .. (cmd.nonceDigest or '') .. ' ' .. cmd.clientId, 'PX', memoryMs)
redis.call('HSET', KEYS[1], 'co', cmd.companyId, 'us', cmd.userId, 'pu', cmd.purpose, 'sk', cmd.canSkip,
  'st', send and 'p' or 'w', 't', 0, 'x', now + lifeMs, 'w', cmd.employeeKey)
if cmd.action then redis.call('HSET', KEYS[1], 'ac', cmd.action) end
if cmd.page then redis.call('HSET', KEYS[1], 'hp', cmd.page) end
redis.call('PEXPIRE', KEYS[1], lifeMs)
redis.call('ZADD', KEYS[3], now + lifeMs, cmd.id .. ' ' .. cmd.clientId)
redis.call('PEXPIRE', KEYS[3], math.max(lifeMs, redis.call('PTTL', KEYS[3])))
if cmd.nonceKey then
  redis.call('SET', KEYS[8], cmd.id, 'PX', memoryMs)
  redis.call('HSET', KEYS[1], 'nk', cmd.nonceKey)
end
if cmd.fingerprint then redis.call('SET', KEYS[7], cmd.id .. ' ' .. cmd.fingerprint, 'PX', limits.idempotencyMs) end
if not send then return { 'opened', viewOf(cmd.id) } end

local gap = takeSend(KEYS[5], KEYS[6])
redis.call('HSET', KEYS[1], 'k', send.keyId, 'd', send.digest, 'l', send.codeLength, 'f', send.factorId, 'v', send.factorVersion,
  'fs', send.factorState, 'ds', 0, 'g', cmd.employeeKey .. ':' .. send.numberHash, 'ch', send.channel, 'lo', send.locale, 'dl', 'f', 'da', now)
redis.call('HSET', KEYS[1], 'm', send.messageId, 'rk', 'o', 'lu', now + limits.sendLeaseMs, 'pga', gap)
if cmd.fingerprint then redis.call('HSET', KEYS[1], 'ik', cmd.idempotencyKey) end
return { 'opened', viewOf(cmd.id) }
