#!lua
--[[
  Binds a page to the first browser that asks; the same one may ask again (decision 25).

  KEYS[1]  Page hash: cl client, co company, us user, pu purpose, ac action, nd nonce digest, ru return URL, sa state, lo locale, ch challenge, br browser.
  ARGV[1]  Hash of the browser's secret.

  Returns  'bound' | 'bound_elsewhere' | 'not_found'
]]
if redis.call('EXISTS', KEYS[1]) == 0 then return 'not_found' end
redis.call('HSETNX', KEYS[1], 'br', ARGV[1])
return redis.call('HGET', KEYS[1], 'br') == ARGV[1] and 'bound' or 'bound_elsewhere'
