#!lua flags=no-writes
--[[
  Reads a challenge as its client may see it.

  KEYS[1]  Challenge hash.
  KEYS[2]  What outlives the challenge: "<state><code length> <nonce digest> <client>".
  ARGV[1]  Now in milliseconds, in tests; empty: the server's clock (decision 9).
  ARGV[2]  What all keys of this slot begin with.
  ARGV[3]  Challenge id.
  ARGV[4]  Client id.

  Returns  null                    none, foreign or forgotten
           {id, state, client, now in milliseconds, nonce digest}   ended: a approved, c canceled, m max_attempts_reached, x expired
           {id, 'p', client, now, nonce digest, resend possible from, expiry, company, user, purpose, action, page, can skip, w waiting | p pending,
            tries used, key id, code length, factor, version, a active | p pending, destination, channel, locale,
            f in flight | a accepted | u unknown, delivery updated at, receipt}   open; from the key id on null while it waits; action and page null where there is none,
           receipt "<s sent | d delivered | n undelivered> <reason or -> <milliseconds>" of the last message, or null
]]
local time = ARGV[1] == '' and redis.call('TIME')
local now = time and time[1] * 1000 + math.floor(time[2] / 1000) or tonumber(ARGV[1])
local base, id = ARGV[2], ARGV[3]
-- include last-message
-- include view

local seen = view(KEYS[1], KEYS[2], id)
return seen and seen[3] == ARGV[4] and seen
