#!lua flags=allow-oom
--[[
  Frees an Idempotency-Key whose request was refused.

  KEYS[1]  Claim: the request's fingerprint.

  Returns  how many claims there were
]]
return redis.call('DEL', KEYS[1])
