#!lua flags=allow-oom
--[[
  Remembers how a challenge ended. The first end stays, but an approval stands above every other.

  KEYS[1]  Challenge hash.
  KEYS[2]  What outlives the challenge: "<state><code length> <nonce digest> <client>".
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  Challenge id.
  ARGV[4]  a approved | c canceled | m max_attempts_reached.
  ARGV[5]  The employee's new epoch; empty: unchanged.
  ARGV[6]  Counter's life in milliseconds.

  Returns  1 remembered, 0 left alone
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local base, state, epoch = ARGV[2], ARGV[4], tonumber(ARGV[5])

local remembered = redis.call('GET', KEYS[2])
if not remembered then return 0 end
local known, client = string.match(remembered, '^(%a)%d+ %S* (.*)$')
if known == 'a' or (known ~= 'p' and state ~= 'a') then return 0 end

redis.call('SET', KEYS[2], state .. string.sub(remembered, 2), 'KEEPTTL')
local c = redis.call('HMGET', KEYS[1], 'w', 'g')
if not c[1] then return 1 end
redis.call('DEL', KEYS[1])
redis.call('ZREM', base .. 'o:' .. c[1], ARGV[3] .. ' ' .. client)
if state ~= 'a' then return 1 end

local gap = c[2] and redis.call('GET', base .. 'g:' .. c[2])
if gap then
  local sends, last, waitUntil, message = string.match(gap, '^(%d+) (%d+) (%d+) (%S+)$')
  if tonumber(waitUntil) > now then
    redis.call('SET', base .. 'g:' .. c[2], string.format('%s %s %d %s', sends, last, now, message), 'KEEPTTL')
  end
end
local counter = base .. 'u:' .. c[1]
if epoch and epoch > tonumber(redis.call('HGET', counter, 'e') or -1) then
  redis.call('HSET', counter, 'e', epoch, 'f', 0, 'l', 0)
  redis.call('PEXPIRE', counter, ARGV[6])
end
return 1
