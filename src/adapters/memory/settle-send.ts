/** How a reserved send ended, in the in-process store. */

import type { SettleCommand } from '../../app/ports/challenge-commands.js';
import type { ChallengeId } from '../../domain/ids.js';
import { RESEND_GAP_RESET_MS } from '../../domain/limits.js';
import {
  withChannel,
  type Flight,
  type PendingRecord,
  type Records,
  type SentRecord,
} from './records.js';

export function settleSend(records: Records, { id, messageId, outcome }: SettleCommand): void {
  const record = records.challenges.get(id);
  const { flight, sent } = record ?? {};
  if (!record || !sent || flight?.messageId !== messageId) return;
  if (outcome !== 'refused') {
    const channels = withChannel(record.channels, sent.channel);
    const accepted = outcome === 'accepted';
    const told = { ...sent, accepted, updatedAtMs: records.now() };
    records.saveChallenge(id, { ...record, channels, sent: told, flight: null });
    return;
  }
  giveGapBack(records, sent, flight);
  if (flight.idempotencyName !== null) records.idempotency.delete(flight.idempotencyName);
  if (flight.startKey !== null) records.startKeys.delete(flight.startKey);
  if (flight.kind === 'open') forget(records, id, record);
  else restore(records, id, { ...record, flight });
}

/** Another send may have moved the gap since; only the own mark is taken back. */
function giveGapBack(records: Records, { gapName }: SentRecord, flight: Flight): void {
  if (records.gaps.get(gapName)?.messageId !== flight.messageId) return;
  const { previousGap } = flight;
  const leftMs = previousGap ? previousGap.lastMs + RESEND_GAP_RESET_MS - records.now() : 0;
  if (previousGap && leftMs > 0) records.gaps.set(gapName, previousGap, leftMs);
  else records.gaps.delete(gapName);
}

function forget(records: Records, id: ChallengeId, record: PendingRecord): void {
  const { nonceName } = record;
  if (nonceName !== null && records.nonces.get(nonceName) === id) records.nonces.delete(nonceName);
  records.removeOpen(id, record);
  records.challenges.delete(id);
  records.remembered.delete(id);
}

function restore(
  records: Records,
  id: ChallengeId,
  record: PendingRecord & { readonly flight: Flight },
): void {
  const { previousSent, previousExpiresAtMs } = record.flight;
  const before = {
    ...record,
    sent: previousSent,
    expiresAtMs: previousExpiresAtMs,
    flight: null,
  };
  const remembered = records.remembered.get(id);
  if (remembered) {
    records.remembered.replace(id, { ...remembered, codeLength: previousSent?.codeLength ?? 0 });
  }
  if (previousExpiresAtMs <= records.now()) {
    records.removeOpen(id, record);
    records.challenges.delete(id);
    return;
  }
  records.saveChallenge(id, before);
  const isOpen = records.openOnes(record).some(([open]) => open === id);
  if (isOpen) records.addOpen(id, before);
}
