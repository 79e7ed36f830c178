/** Reserving an automatic repeat in the in-process store. */

import type { RepeatCommand } from '../../app/ports/challenge-commands.js';
import type { ReserveOutcome } from '../../app/ports/challenge-outcomes.js';
import { isOpen } from '../../domain/challenge.js';
import { RESEND_MIN_LIFE_MS } from '../../domain/limits.js';
import type { PendingRecord, Records, SentRecord } from './records.js';
import { landLate, takeOff, unsettled } from './reserve-send.js';
import { counterRefusal, gapNameOf, triesRefusal } from './send-gate.js';
import { inFlightMs, openView, viewOf } from './view.js';

/** The same code once more, whatever gap is running. */
export function reserveRepeat(records: Records, command: RepeatCommand): ReserveOutcome {
  const { id, send } = command;
  const refused = refusal(records, command);
  if (refused) return refused;
  const record = records.challenges.get(id);
  if (!record?.sent) return { kind: 'not_found' };
  const { messageId, numberKey } = send;
  const landed = landLate(record);
  const gapName = gapNameOf(record, numberKey);
  const next: PendingRecord = {
    ...landed,
    sent: { ...record.sent, messageId, ...unsettled(records), gapName },
    flight: takeOff(records, landed, { command, name: null, kind: 'resend' }),
  };
  records.saveChallenge(id, next);
  return { kind: 'reserved', challenge: openView(records, id, next) };
}

type Refusal = Exclude<ReserveOutcome, { kind: 'reserved' }>;

function refusal(records: Records, command: RepeatCommand): Refusal | undefined {
  const view = viewOf(records, command.id);
  if (!view) return { kind: 'not_found' };
  if (!isOpen(view)) return { kind: 'ended', status: view.status };
  const record = records.challenges.get(command.id);
  if (!record?.sent) return { kind: 'code_not_sent' };
  const moved = movedOn(records, record.sent, command);
  if (moved) return moved;
  const counted = counterRefusal(records, record, command);
  if (counted) return counted;
  if (record.expiresAtMs - records.now() < RESEND_MIN_LIFE_MS) return { kind: 'expiring' };
  return triesRefusal(records, record);
}

/** Another message, or one to another phone, came meanwhile. */
function movedOn(
  records: Records,
  { factorId, factorVersion, messageId }: SentRecord,
  { id, repeats, send }: RepeatCommand,
): Refusal | undefined {
  if (messageId !== repeats) return { kind: 'conflict' };
  const retryAfterMs = inFlightMs(records, id);
  if (retryAfterMs > 0) return { kind: 'in_flight', retryAfterMs };
  const isSame = factorId === send.factorId && factorVersion === send.factorVersion;
  return isSame ? undefined : { kind: 'conflict' };
}
