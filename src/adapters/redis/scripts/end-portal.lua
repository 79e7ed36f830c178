#!lua flags=allow-oom
--[[
  Ends the links and sessions of a person in some roles.

  KEYS[1]  The employee's links and sessions: zset of "<l link | s session><hash> <role>" by expiry, milliseconds.
  ARGV[1]  What all keys of this slot begin with.
  ARGV[2]  Roles, with a comma before, between and after them.

  Returns  how many were ended
]]
local ended = 0
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local kind, hash, role = string.match(member, '^(%a)(%S+) (%a+)$')
  if string.find(ARGV[2], ',' .. role .. ',', 1, true) then
    ended = ended + redis.call('DEL', ARGV[1] .. 'p' .. kind .. ':' .. hash)
    redis.call('ZREM', KEYS[1], member)
  end
end
return ended
