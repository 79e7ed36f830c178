--[[
  Which message a report can still be about, and what was reported of it.

  Needs  nothing of the script that includes it.
]]

-- The one in flight, else the last one settled: the mark of an older release's send is older than its send.
local function lastMessage(inFlight, settled, updatedAt)
  if inFlight then return inFlight end
  local id, at = string.match(settled or '', '^(%S+) (%d+)$')
  return at == updatedAt and id
end

-- Returns "<s sent | d delivered | n undelivered> <reason or -> <milliseconds>" of that message, or false.
local function receiptOf(message, receipt)
  local id, rest = string.match(receipt or '', '^(%S+) (.*)$')
  return id == message and rest or false
end
