#!lua flags=no-writes
--[[
  Reads a hosted page.

  KEYS[1]  Page hash: cl client, co company, us user, pu purpose, ac action, nd nonce digest, ru return URL, sa state, lo locale, ch challenge, br browser.

  Returns  {client, company, user, purpose, action, nonce digest, return URL, state, locale, challenge, browser | null}; all null when there is none
]]
return redis.call('HMGET', KEYS[1], 'cl', 'co', 'us', 'pu', 'ac', 'nd', 'ru', 'sa', 'lo', 'ch', 'br')
