--[[
  The end of a send that nobody told.

  Needs  nothing of the script that includes it.
]]

-- It counts as unknown when the next one is reserved: it may have arrived.
local function landLate(hashKey)
  local c = redis.call('HMGET', hashKey, 'dl', 'ch', 'cs', 'm', 'da')
  if c[1] ~= 'f' then return end
  local channels = c[3] or ''
  if not string.find(',' .. channels .. ',', ',' .. c[2] .. ',', 1, true) then
    redis.call('HSET', hashKey, 'cs', channels == '' and c[2] or channels .. ',' .. c[2])
  end
  redis.call('HSET', hashKey, 'dl', 'u', 'lm', c[4] .. ' ' .. c[5])
  redis.call('HDEL', hashKey, 'ik', 'pk', 'pd', 'pl', 'pf', 'pv', 'pfs', 'pds', 'px', 'pst')
end
