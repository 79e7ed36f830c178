--[[
  A challenge as its client may see it; read-challenge.lua says what is where.

  Needs  now and base of the script that includes it, and last-message.
]]

-- From its hash and from what outlives it. Returns false when it is unknown or forgotten.
local function view(hashKey, memoryKey, id)
  local remembered = redis.call('GET', memoryKey)
  if not remembered then return false end
  local state, nonce, client = string.match(remembered, '^(%a)%d+ (%S*) (.*)$')
  local c = redis.call('HMGET', hashKey, 'x', 'co', 'us', 'pu', 'ac', 'hp', 'sk', 'st', 't', 'k', 'l', 'f', 'v', 'fs', 'ds', 'ch', 'lo', 'dl', 'da', 'g', 'm', 'lm', 'dr')
  if state == 'p' and (not c[1] or tonumber(c[1]) <= now) then state = 'x' end
  if state ~= 'p' then return { id, state, client, now, nonce } end
  local gap = c[20] and redis.call('GET', base .. 'g:' .. c[20])
  local waitUntil = gap and string.match(gap, '^%d+ %d+ (%d+)') or c[19]
  local seen = { id, state, client, now, nonce, waitUntil, unpack(c, 1, 19) }
  seen[#seen + 1] = receiptOf(lastMessage(c[21], c[22], c[19]), c[23])
  return seen
end
