/** What the provider reported of a message, in the in-process store. */

import type { ReceiptCommand } from '../../app/ports/challenge-commands.js';
import { movesForward } from '../../domain/delivery.js';
import type { Records } from './records.js';

export function recordReceipt(
  records: Records,
  { id, messageId, status, reason }: ReceiptCommand,
): void {
  const record = records.challenges.get(id);
  const { sent } = record ?? {};
  if (!record || sent?.messageId !== messageId) return;
  if (!movesForward(sent.receipt?.status ?? null, status)) return;
  const receipt = { status, reason, updatedAtMs: records.now() };
  records.saveChallenge(id, { ...record, sent: { ...sent, receipt } });
}
