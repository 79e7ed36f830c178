#!lua flags=allow-oom
--[[
  Forgets a page.

  KEYS[1]  Page hash: cl client, co company, us user, pu purpose, ac action, nd nonce digest, ru return URL, sa state, lo locale, ch challenge, br browser.

  Returns  1 forgotten, 0 there was none
]]
return redis.call('DEL', KEYS[1])
