/** Takes in what the provider reports of a message: the row first, everything else after the answer. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { ChallengeStore } from '../ports/challenge-store.js';
import type { Clock } from '../ports/clock.js';
import type { Events } from '../ports/events.js';
import type { Receipt, ReceiptStore, ReportedMessage } from '../ports/receipt-store.js';
import { callbackHashOf } from './callback.js';
import { isRepeatable } from './repeat-message.js';

export interface DeliveryReport {
  /** Of the address that the report came to. */
  readonly token: string;
  readonly receipt: Receipt;
  readonly correlationId: string;
}

/**
 * Resolves once the row has learned; also for a token that nobody was given, so that the answer tells
 * nothing. Rejects with `StoreUnavailableError` when it has not. A report can approve, extend and reveal
 * nothing (R043).
 */
export type RecordDelivery = (report: DeliveryReport) => Promise<void>;

export interface DeliveryDeps {
  readonly receipts: ReceiptStore;
  readonly challenges: Pick<ChallengeStore, 'recordReceipt'>;
  readonly events: Pick<Events, 'delivered' | 'deferred'>;
  readonly clock: Pick<Clock, 'after'>;
  /** Sends the same code once more; never rejects. */
  readonly repeat: (message: ReportedMessage, correlationId: string) => Promise<void>;
}

export function makeRecordDelivery(deps: DeliveryDeps): RecordDelivery {
  return async ({ token, receipt, correlationId }) => {
    const report = { ...receipt, callbackHash: callbackHashOf(token) };
    const audit = (moved: ReportedMessage) => auditOf(moved, correlationId);
    const message = await deps.receipts.record(report, audit);
    if (!message) return;
    if (message.hasMoved) tell(deps, message, receipt);
    // The provider is answered at once; what is left is this process's own, and lost with it.
    deps.clock.after(0, async () => {
      await show(deps, message);
      if (isRepeatable(message)) await deps.repeat(message, correlationId);
    });
  };
}

function auditOf(message: ReportedMessage, correlationId: string): AuditEvent {
  const { companyId, userId, id: messageId, challengeId, channel, status, reason } = message;
  return {
    ...{ kind: 'delivery.reported', companyId, userId, clientId: null, actor: null, correlationId },
    facts: { messageId, challengeId, channel, status, ...(reason !== null && { reason }) },
  };
}

function tell(
  { events }: DeliveryDeps,
  { status, reason, country, channel }: ReportedMessage,
  { providerCode }: Receipt,
): void {
  if (status !== null) events.delivered({ status, reason, country, channel, providerCode });
}

/** Also for a report that said nothing new: the one before may have been lost on its way from here. */
async function show(deps: DeliveryDeps, message: ReportedMessage): Promise<void> {
  const { id: messageId, challengeId, status, reason } = message;
  if (challengeId === null || status === null) return;
  try {
    await deps.challenges.recordReceipt({ id: challengeId, messageId, status, reason });
  } catch {
    deps.events.deferred('show_delivery');
  }
}
