#!lua flags=allow-oom
--[[
  Gives one send back to a number's budget.

  KEYS[1]  Sends in the short window: zset of message ids by milliseconds.
  KEYS[2]  Sends to the number while unproven, for a day: zset of message ids by milliseconds.
  ARGV[1]  Message id.

  Returns  how many places became free
]]
return redis.call('ZREM', KEYS[1], ARGV[1]) + redis.call('ZREM', KEYS[2], ARGV[1])
