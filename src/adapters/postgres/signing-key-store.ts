/** SigningKeyStore on PostgreSQL and PGlite. */

import { asc, gt, isNull, ne, or, sql } from 'drizzle-orm';
import type {
  NewSigningKey,
  RotationSchedule,
  SigningKeyRecord,
  SigningKeyStore,
} from '../../app/ports/signing-key-store.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import { insertAudit } from './audit-rows.js';
import type { Database, Orm } from './database.js';
import { signingKeys } from './schema/service.js';

export class PostgresSigningKeyStore implements SigningKeyStore {
  constructor(private readonly database: Database) {}

  async load(): Promise<{ keys: readonly SigningKeyRecord[]; now: Date }> {
    const now = await this.database.ping();
    const keys = await this.database.query(({ orm }) => selectLive(orm));
    return { keys, now };
  }

  createFirst(key: NewSigningKey, audit: AuditEvent): Promise<void> {
    return this.database.transaction(async ({ orm }) => {
      await lockKeys(orm);
      if ((await selectLive(orm)).length > 0) return;
      await insertKey(orm, key, 0);
      await insertAudit(orm, audit);
    });
  }

  rotate(key: NewSigningKey, schedule: RotationSchedule, audit: AuditEvent): Promise<void> {
    return this.database.transaction(async ({ orm }) => {
      await lockKeys(orm);
      await insertKey(orm, key, schedule.activeInSeconds);
      // One that is on its way out already does not stay for longer.
      const retiresAt = sql`least(${signingKeys.retiresAt}, ${inSeconds(schedule.retireOthersInSeconds)})`;
      await orm.update(signingKeys).set({ retiresAt }).where(ne(signingKeys.kid, key.kid));
      await insertAudit(orm, audit);
    });
  }
}

/** Instances that start together, and commands that run together, take turns. Readers do not wait. */
async function lockKeys(orm: Orm): Promise<void> {
  await orm.execute(sql`LOCK TABLE ${signingKeys} IN SHARE ROW EXCLUSIVE MODE`);
}

function selectLive(orm: Orm) {
  return orm
    .select()
    .from(signingKeys)
    .where(or(isNull(signingKeys.retiresAt), gt(signingKeys.retiresAt, sql`clock_timestamp()`)))
    .orderBy(asc(signingKeys.activeFrom), asc(signingKeys.kid));
}

async function insertKey(orm: Orm, key: NewSigningKey, activeInSeconds: number): Promise<void> {
  await orm.insert(signingKeys).values({
    kid: key.kid,
    publicJwk: { ...key.publicJwk },
    sealedPrivateKey: key.sealedPrivateKey,
    activeFrom: inSeconds(activeInSeconds),
  });
}

function inSeconds(seconds: number) {
  return sql`clock_timestamp() + ${seconds} * interval '1 second'`;
}
