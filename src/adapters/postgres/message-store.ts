/** MessageStore on PostgreSQL and PGlite. */

import { and, eq, sql } from 'drizzle-orm';
import type {
  MessageStore,
  NewMessage,
  Opening,
  OpenPendingRefused,
  PendingFactor,
  PendingPhone,
} from '../../app/ports/message-store.js';
import type { SmsOutcome } from '../../app/ports/sms-sender.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import type { EmployeeRef, FactorId, MessageId } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import type { Database, DatabaseConnection, Orm } from './database.js';
import { knowEmployee, lockEmployee } from './employee-rows.js';
import { markUndeliverable } from './factor-marks.js';
import { hasActiveFactor, holdsFactor } from './factor-rows.js';
import { purgePendingOf } from './pending-factors.js';
import { factors } from './schema/people.js';
import { messages } from './schema/records.js';
import { giveBackStepUp, restsOnStepUp, useStepUp } from './step-up-uses.js';

export class PostgresMessageStore implements MessageStore {
  constructor(private readonly database: Database) {}

  open(message: NewMessage, audit: AuditEvent): Promise<Opening> {
    return this.database.transaction(async ({ orm }) => {
      if (message.kind === 'code') {
        await lockEmployee(orm, message);
        if (!(await holdsFactor(orm, message))) return 'factor_gone';
      }
      if (!(await insertMessage(orm, message))) return 'repeated_already';
      await insertAudit(orm, audit);
      return 'recorded';
    });
  }

  openPending(
    message: Omit<NewMessage, 'factorVersion'>,
    phone: PendingPhone,
    audit: AuditEvent,
  ): Promise<PendingFactor | OpenPendingRefused> {
    return this.database.transaction(async (connection) => {
      const { orm } = connection;
      const known = await knowEmployee(orm, message);
      if (typeof known === 'string') return known;
      const refused = await refusedPending(connection, message, phone);
      if (refused) return refused;
      await purgePendingOf(orm, message);
      const pending = await keepPending(orm, message, phone);
      // The code was derived for a phone that does not exist: this send is stopped.
      if (pending.factorId !== message.factorId) await giveBackStepUp(connection, message.id);
      await insertMessage(orm, { ...message, factorId: pending.factorId });
      await insertAudit(orm, { ...audit, facts: { ...audit.facts, factorId: pending.factorId } });
      return pending;
    });
  }

  settle(id: MessageId, outcome: SmsOutcome, audit: AuditEvent): Promise<void> {
    return this.database.transaction(async (connection) => {
      const { orm } = connection;
      const [message] = await orm
        .update(messages)
        .set({
          status: outcome.kind,
          // A report may have named it first.
          ...(outcome.kind === 'accepted' && { providerId: outcome.providerId }),
          ...('providerCode' in outcome && { providerCode: outcome.providerCode }),
          settledAt: sql`clock_timestamp()`,
        })
        .where(and(eq(messages.messageId, id), eq(messages.status, 'opened')))
        .returning();
      if (message === undefined) return;
      if (outcome.kind === 'rejected' || outcome.kind === 'unavailable') {
        await giveBackStepUp(connection, id);
      }
      if (outcome.kind === 'rejected' && outcome.reason !== 'destination_not_allowed') {
        await markUndeliverable(orm, message, outcome.reason);
      }
      await insertAudit(orm, audit);
    });
  }
}

/** The caller holds the employee's lock. The step-up is used up here, with the rest or not at all. */
async function refusedPending(
  connection: DatabaseConnection,
  message: Omit<NewMessage, 'factorVersion'>,
  { change }: PendingPhone,
): Promise<OpenPendingRefused | undefined> {
  const isHeld = await hasActiveFactor(connection.orm, message);
  if (!change) return isHeld ? 'factor_active' : undefined;
  if (!isHeld) return 'factor_gone';
  const isAllowed =
    change.stepUp === null
      ? await restsOnStepUp(connection, message.challengeId)
      : await useStepUp(connection, change.stepUp, message.id);
  return isAllowed ? undefined : 'step_up_unusable';
}

/** One per person and number: whoever tries the same number again goes on with its failures. */
async function keepPending(
  orm: Orm,
  { companyId, userId, factorId }: EmployeeRef & { factorId: FactorId },
  phone: PendingPhone,
): Promise<PendingFactor> {
  const { noticeVersion, noticeLocale } = phone;
  const [row] = await orm
    .insert(factors)
    .values({
      factorId,
      companyId,
      userId,
      state: 'pending',
      sealedNumber: phone.number,
      sealedMask: phone.mask,
      numberIndex: phone.index,
      country: phone.country,
      canBeTexted: phone.canBeTexted,
      noticeVersion,
      noticeLocale,
    })
    .onConflictDoUpdate({
      target: [factors.companyId, factors.userId, factors.numberIndex],
      targetWhere: sql`state = 'pending'`,
      // Given again: its hour begins anew, so that no code outlives the number it was sent to.
      set: { noticeVersion, noticeLocale, createdAt: sql`clock_timestamp()` },
    })
    .returning();
  if (row === undefined) throw new Error('a pending factor was not written');
  return { factorId: row.factorId as FactorId, version: row.version, failures: row.failures };
}

/** False when the message that it would repeat was repeated before. */
async function insertMessage(
  orm: Orm,
  message: Omit<NewMessage, 'factorVersion'>,
): Promise<boolean> {
  const insert = orm.insert(messages).values({
    messageId: message.id,
    challengeId: message.challengeId,
    kind: message.kind,
    channel: message.channel,
    companyId: message.companyId,
    userId: message.userId,
    factorId: message.factorId,
    country: message.country,
    ipAddress: message.ipAddress,
    userAgent: message.userAgent,
    callbackHash: message.callbackHash,
    repeatOf: message.repeatOf,
  });
  if (message.repeatOf === null) {
    await insert;
    return true;
  }
  const target = { target: messages.repeatOf, where: sql`repeat_of IS NOT NULL` };
  const inserted = await insert.onConflictDoNothing(target).returning();
  return inserted.length > 0;
}
