#!lua flags=allow-oom
--[[
  Charges one try before comparing and gives it back on a match, which consumes nothing (decisions 1, 2).

  KEYS[1]   Challenge hash.
  KEYS[2]   What outlives the challenge: "<state><code length> <nonce digest> <client>".
  KEYS[3]   Idempotency key: "<tries left | match> <fingerprint>"; only with ARGV[6].
  ARGV[1]   Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]   What all keys of this slot begin with.
  ARGV[3]   "<challenge id> <client id>".
  ARGV[4]   Nonce digest; empty: none was given.
  ARGV[5]   Digits submitted; 0: malformed.
  ARGV[6]   Fingerprint of the idempotent request; empty: none.
  ARGV[7]   Handed-over counter: epoch; empty: none is handed over.
  ARGV[8]   Handed-over counter: failures.
  ARGV[9]   Handed-over counter: milliseconds left of its lock.
  ARGV[10]  Counter's life in milliseconds.
  ARGV[11]  Tries per challenge.
  ARGV[12]  Failures from which on each one locks.
  ARGV[13]  First lock in milliseconds, doubling.
  ARGV[14]  Longest lock in milliseconds.
  ARGV[15]  Failures that disable an active factor.
  ARGV[16]  Failures that discard a pending factor.
  ARGV[17]  Page the code was entered on; empty: through the API.
  ARGV[18]  Candidates: key id and digest by turns, separated by spaces.

  Returns  {'not_found'} | {'malformed', code length} | {'idempotency_key_reused'}
           {'ended', state} | {'on_page'} | {'code_not_sent'} | {'disabled'} | {'unknown_key'}
           {'counter_missing', subject}
           {'locked', milliseconds to wait, milliseconds of life left, subject}
           {'mismatch', tries left, 1 when repeated else 0, subject}
           {'match', subject}
           where subject is {company, user, purpose, factor, version, a | p, channels separated by commas, f while the send is in flight, action | null}.
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local base, fingerprint = ARGV[2], ARGV[6]
local member, client = ARGV[3], string.match(ARGV[3], '^%S+ (.*)$')

local remembered = redis.call('GET', KEYS[2])
if not remembered then return { 'not_found' } end
local state, length, nonce, owner = string.match(remembered, '^(%a)(%d+) (%S*) (.*)$')
if owner ~= client or nonce ~= ARGV[4] then return { 'not_found' } end
if length ~= '0' and length ~= ARGV[5] then return { 'malformed', tonumber(length) } end

local c = redis.call('HMGET', KEYS[1], 'co', 'us', 'pu', 'f', 'v', 'fs', 'cs', 'dl', 'ch', 'x', 't', 'k', 'd', 'w', 'ac', 'hp')
local channels = c[7] or ''
-- Whoever holds the code got it: a channel whose answer is not in yet counts too.
if c[8] == 'f' and not string.find(',' .. channels .. ',', ',' .. c[9] .. ',', 1, true) then
  channels = channels == '' and c[9] or channels .. ',' .. c[9]
end
local subject = { c[1], c[2], c[3], c[4], c[5], c[6], channels, c[8], c[15] }

local previous = fingerprint ~= '' and redis.call('GET', KEYS[3])
if previous then
  local left, seen = string.match(previous, '^(%S+) (.*)$')
  if seen ~= fingerprint then return { 'idempotency_key_reused' } end
  -- A match was not charged; it is compared again, because the code may be another number's by now.
  if left ~= 'match' and c[4] then return { 'mismatch', tonumber(left), 1, subject } end
end

if state ~= 'p' then return { 'ended', state } end
if not c[10] or tonumber(c[10]) <= now then return { 'ended', 'x' } end
if (c[16] or '') ~= ARGV[17] then return { ARGV[17] == '' and 'on_page' or 'not_found' } end
if not c[4] then return { 'code_not_sent' } end
if tonumber(c[11]) >= tonumber(ARGV[11]) then return { 'ended', 'm' } end

local isActive = c[6] == 'a'
local counter = base .. (isActive and 'u:' .. c[14] or 'f:' .. c[4])
local known = redis.call('HMGET', counter, 'e', 'f', 'l')
local epoch, failures, lockedUntil = tonumber(known[1] or -1), tonumber(known[2] or 0), tonumber(known[3] or 0)
if ARGV[7] ~= '' and tonumber(ARGV[7]) >= epoch then
  if tonumber(ARGV[7]) > epoch then failures, lockedUntil = 0, 0 end
  epoch = tonumber(ARGV[7])
  failures = math.max(failures, tonumber(ARGV[8]))
  if tonumber(ARGV[9]) > 0 then lockedUntil = math.max(lockedUntil, now + tonumber(ARGV[9])) end
  redis.call('HSET', counter, 'e', epoch, 'f', failures, 'l', lockedUntil)
  redis.call('PEXPIRE', counter, ARGV[10])
end
if epoch < 0 then return { 'counter_missing', subject } end
if isActive and failures >= tonumber(ARGV[15]) then return { 'disabled' } end
if isActive and lockedUntil > now then return { 'locked', lockedUntil - now, c[10] - now, subject } end
if not isActive and failures >= tonumber(ARGV[16]) then return { 'ended', 'm' } end

local digest = false
for keyId, candidate in string.gmatch(ARGV[18], '(%S+) (%S+)') do
  if keyId == c[12] then digest = candidate end
end
if not digest then return { 'unknown_key' } end

local tries = redis.call('HINCRBY', KEYS[1], 't', 1)
failures = redis.call('HINCRBY', counter, 'f', 1)
redis.call('PEXPIRE', counter, ARGV[10])
local memoryMs = redis.call('PTTL', KEYS[2])
if digest == c[13] then
  redis.call('HINCRBY', KEYS[1], 't', -1)
  redis.call('HINCRBY', counter, 'f', -1)
  if fingerprint ~= '' then redis.call('SET', KEYS[3], 'match ' .. fingerprint, 'PX', memoryMs) end
  return { 'match', subject }
end

local left = tonumber(ARGV[11]) - tries
if isActive and failures >= tonumber(ARGV[12]) then
  redis.call('HSET', counter, 'l', now + math.min(ARGV[13] * 2 ^ (failures - ARGV[12]), tonumber(ARGV[14])))
end
if not isActive and failures >= tonumber(ARGV[16]) then left = 0 end
if left == 0 then
  redis.call('SET', KEYS[2], 'm' .. string.sub(remembered, 2), 'KEEPTTL')
  redis.call('ZREM', base .. 'o:' .. c[14], member)
end
if fingerprint ~= '' then redis.call('SET', KEYS[3], left .. ' ' .. fingerprint, 'PX', memoryMs) end
return { 'mismatch', left, 0, subject }
