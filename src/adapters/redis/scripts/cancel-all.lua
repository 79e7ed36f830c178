#!lua flags=allow-oom
--[[
  Ends every open challenge of a person as canceled.

  KEYS[1]  The employee's open challenges: zset of "<id> <client>" by expiry, milliseconds.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.

  Returns  how many were canceled
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local base = ARGV[2]

local canceled = 0
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')) do
  local id = string.match(member, '^%S+')
  local remembered = redis.call('GET', base .. 'e:' .. id)
  if remembered and string.sub(remembered, 1, 1) == 'p' then
    redis.call('SET', base .. 'e:' .. id, 'c' .. string.sub(remembered, 2), 'KEEPTTL')
    redis.call('DEL', base .. 'c:' .. id)
    canceled = canceled + 1
  end
end
redis.call('DEL', KEYS[1])
return canceled
