--[[
  What the scripts that reserve a send have in common: failures, gap and tries of the person it is for.

  Needs  now, send and limits of the script that includes it.
]]

-- Takes over the failures that PostgreSQL knows: a newer epoch replaces, the same one keeps the larger (decision 7).
-- Returns why an active factor may not be sent to, or nothing.
local function takeCounter(key)
  local failures, lockedUntil = send.failures, send.lockedForMs > 0 and now + send.lockedForMs or 0
  local known = redis.call('HMGET', key, 'e', 'f', 'l')
  local epoch = tonumber(known[1] or -1)
  if epoch >= send.epoch then
    if epoch > send.epoch then failures, lockedUntil = 0, 0 end
    failures, lockedUntil = math.max(failures, tonumber(known[2])), math.max(lockedUntil, tonumber(known[3]))
  end
  redis.call('HSET', key, 'e', math.max(epoch, send.epoch), 'f', failures, 'l', lockedUntil)
  redis.call('PEXPIRE', key, limits.counterTtlMs)
  if send.factorState ~= 'a' then return nil end
  if failures >= limits.disableAt then return { 'disabled' } end
  if lockedUntil > now then return { 'locked', lockedUntil - now } end
end

-- Returns why nothing may be sent within the hour, or nothing.
local function refusedByTries(triesKey)
  local oldest = redis.call('LINDEX', triesKey, limits.sendTries - 1)
  if oldest and oldest + limits.sendTriesWindowMs > now then
    return { 'limit', 'send_tries', oldest + limits.sendTriesWindowMs - now }
  end
end

-- Returns why nothing may be sent now, or nothing.
local function refusedSend(gapKey, triesKey)
  local gap = redis.call('GET', gapKey)
  local waitUntil = gap and string.match(gap, '^%d+ %d+ (%d+)')
  if waitUntil and tonumber(waitUntil) > now then return { 'cooldown', waitUntil - now } end
  return refusedByTries(triesKey)
end

-- Charges a try and starts the next gap. Returns the gap before, which a send that is refused gets back.
local function takeSend(gapKey, triesKey)
  redis.call('LPUSH', triesKey, now)
  redis.call('LTRIM', triesKey, 0, limits.sendTries - 1)
  redis.call('PEXPIRE', triesKey, limits.sendTriesWindowMs)
  local gap = redis.call('GET', gapKey)
  local sends = gap and tonumber(string.match(gap, '^%d+')) or 0
  local waitMs = math.min(limits.gapMs * 2 ^ sends, limits.gapMaxMs)
  redis.call('SET', gapKey, string.format('%d %d %d %s', sends + 1, now, now + waitMs, send.messageId), 'PX', limits.gapResetMs)
  return gap or ''
end
