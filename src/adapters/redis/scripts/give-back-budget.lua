#!lua flags=allow-oom
--[[
  Uncounts one message on all meters of one owner: what it took, and nothing where it took nothing.

  KEYS     As in take-budget.lua, without the warning.
  ARGV[1]  Message id.
  ARGV[2]  JSON: for each meter the length of its step in milliseconds, or 0 where it counts each message.

  Returns  how many places became free
]]
local message, next, freed = ARGV[1], 1, 0
for _, stepMs in ipairs(cjson.decode(ARGV[2])) do
  local key = KEYS[next]
  next = next + 1
  if stepMs == 0 then
    freed = freed + redis.call('ZREM', key, message)
  else
    local recent = KEYS[next]
    next = next + 1
    local at = redis.call('ZSCORE', recent, message)
    if at then
      local step = string.format('%d', math.floor(at / stepMs))
      redis.call('ZREM', recent, message)
      -- Without its step there is nothing left to free, and no key to bring back without an expiry.
      if tonumber(redis.call('HGET', key, step) or 0) > 0 then
        redis.call('HINCRBY', key, step, -1)
        freed = freed + 1
      end
    end
  end
end
return freed
