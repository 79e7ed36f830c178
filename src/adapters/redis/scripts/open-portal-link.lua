#!lua
--[[
  Keeps a single-use link into the portal.

  KEYS[1]  Link hash: w index name, ro role, cl client, co company, us user, re reason, lo locale; the last two may lack.
  KEYS[2]  The employee's links and sessions: zset of "<l link | s session><hash> <role>" by expiry, milliseconds.
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  Member of KEYS[2].
  ARGV[3]  The link's life in milliseconds.
  ARGV[4]  Life of KEYS[2], no shorter than a session's.
  ARGV[5]  Fields of KEYS[1]: a JSON object of texts.

  Returns  when the link expires, in milliseconds
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local expiry = now + tonumber(ARGV[3])

for field, value in pairs(cjson.decode(ARGV[5])) do redis.call('HSET', KEYS[1], field, value) end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZADD', KEYS[2], expiry, ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return expiry
