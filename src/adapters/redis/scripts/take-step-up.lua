#!lua flags=allow-oom
--[[
  Takes the approved challenge of an act away from a portal session, once.

  KEYS[1]  Session hash.
  ARGV[1]  The act.

  Returns  the challenge, or null
]]
local stepUp = redis.call('HMGET', KEYS[1], 'sa', 'sc', 'sp')
if stepUp[1] ~= ARGV[1] or stepUp[3] ~= '1' then return false end
redis.call('HDEL', KEYS[1], 'sa', 'sc', 'sp')
return stepUp[2]
