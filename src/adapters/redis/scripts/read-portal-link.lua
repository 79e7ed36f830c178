#!lua flags=no-writes
--[[
  Reads whom a link into the portal is for.

  KEYS[1]  Link hash.

  Returns  {index name or null, role, client, company, user, reason or null, locale or null}
]]
return redis.call('HMGET', KEYS[1], 'w', 'ro', 'cl', 'co', 'us', 're', 'lo')
