/** The mark on a proven number that the provider cannot reach by one channel (decision 18). */

import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Channel } from '../../domain/challenge.js';
import { UNDELIVERABLE_MS } from '../../domain/limits.js';
import type { Orm } from './database.js';
import { factors } from './schema/people.js';

export interface FailedMessage {
  readonly factorId: string;
  readonly channel: Channel;
  readonly createdAt: Date;
}

/**
 * Keeps sign-ins from sending to it. Only a proven number, and only where nothing proved it since the message
 * left: the mark must not outlive a later proof.
 */
export async function markUndeliverable(
  orm: Orm,
  { factorId, channel, createdAt }: FailedMessage,
  reason: string,
): Promise<void> {
  const until = sql`clock_timestamp() + ${UNDELIVERABLE_MS} * interval '1 millisecond'`;
  await orm
    .update(factors)
    .set(
      channel === 'sms'
        ? { undeliverableUntil: until, undeliverableReason: reason }
        : { callUndeliverableUntil: until, callUndeliverableReason: reason },
    )
    .where(
      and(
        eq(factors.factorId, factorId),
        eq(factors.state, 'active'),
        lt(factors.activatedAt, createdAt),
        or(isNull(factors.lastUsedAt), lt(factors.lastUsedAt, createdAt)),
      ),
    );
}
