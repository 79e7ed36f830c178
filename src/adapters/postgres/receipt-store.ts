/** ReceiptStore on PostgreSQL and PGlite. */

import { eq, sql } from 'drizzle-orm';
import type { Receipt, ReceiptStore, ReportedMessage } from '../../app/ports/receipt-store.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import {
  isLasting,
  movesForward,
  UNDELIVERED_REASONS,
  type UndeliveredReason,
} from '../../domain/delivery.js';
import type { ChallengeId, CompanyId, FactorId, MessageId, UserId } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import type { Database, Orm } from './database.js';
import { markUndeliverable } from './factor-marks.js';
import { messages } from './schema/records.js';

type Row = typeof messages.$inferSelect;

export class PostgresReceiptStore implements ReceiptStore {
  constructor(private readonly database: Database) {}

  record(
    { callbackHash, ...receipt }: Receipt & { readonly callbackHash: string },
    audit: (message: ReportedMessage) => AuditEvent,
  ): Promise<ReportedMessage | undefined> {
    return this.database.transaction(async ({ orm }) => {
      const row = await lockMessage(orm, callbackHash);
      if (row === undefined || isOfAnother(row, receipt)) return undefined;
      const { status, reason } = receipt;
      if (status === null || !movesForward(row.deliveryStatus, status)) {
        await nameAtProvider(orm, row, receipt);
        return toReported(row, false);
      }
      const moved = await moveOn(orm, row, receipt);
      const reported = toReported(moved, true);
      if (reason !== null && isLasting(reason)) await markUndeliverable(orm, moved, reason);
      await insertAudit(orm, audit(reported));
      return reported;
    });
  }
}

/** Reports of one message come one after the other. */
async function lockMessage(orm: Orm, callbackHash: string): Promise<Row | undefined> {
  const [row] = await orm
    .select()
    .from(messages)
    .where(eq(messages.callbackHash, callbackHash))
    .for('no key update');
  return row;
}

/** The address of this message and the name of another one: nothing of it is believed. */
function isOfAnother(row: Row, { providerId }: Receipt): boolean {
  return row.providerId !== null && providerId !== null && row.providerId !== providerId;
}

async function nameAtProvider(orm: Orm, row: Row, { providerId }: Receipt): Promise<void> {
  if (row.providerId !== null || providerId === null) return;
  await orm.update(messages).set({ providerId }).where(eq(messages.messageId, row.messageId));
}

async function moveOn(
  orm: Orm,
  row: Row,
  { status, reason, providerId, providerCode }: Receipt,
): Promise<Row> {
  const [moved] = await orm
    .update(messages)
    .set({
      deliveryStatus: status,
      deliveryReason: reason,
      deliveryAt: sql`clock_timestamp()`,
      providerId: row.providerId ?? providerId,
      providerCode: providerCode ?? row.providerCode,
    })
    .where(eq(messages.messageId, row.messageId))
    .returning();
  if (moved === undefined) throw new Error('a locked message was not updated');
  return moved;
}

function toReported(row: Row, hasMoved: boolean): ReportedMessage {
  return {
    id: row.messageId as MessageId,
    companyId: row.companyId as CompanyId,
    userId: row.userId as UserId,
    challengeId: row.challengeId as ChallengeId | null,
    kind: row.kind,
    channel: row.channel,
    factorId: row.factorId as FactorId,
    country: row.country,
    isRepeat: row.repeatOf !== null,
    status: row.deliveryStatus,
    reason: reasonOf(row.deliveryReason),
    hasMoved,
  };
}

/** A newer release beside this one may know more reasons. */
function reasonOf(text: string | null): UndeliveredReason | null {
  if (text === null) return null;
  return UNDELIVERED_REASONS.find((reason) => reason === text) ?? 'carrier';
}
