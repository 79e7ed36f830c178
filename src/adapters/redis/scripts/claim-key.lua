#!lua
--[[
  Binds an Idempotency-Key to the first request it comes with (decision 16).

  KEYS[1]  Claim: the request's fingerprint.
  ARGV[1]  Fingerprint of the request.
  ARGV[2]  The claim's life in milliseconds.

  Returns  1 the key is this request's, 0 it is another's
]]
local claimed = redis.call('GET', KEYS[1])
if claimed then return claimed == ARGV[1] and 1 or 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
