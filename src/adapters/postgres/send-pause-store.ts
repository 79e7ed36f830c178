/** SendPauseStore on PostgreSQL and PGlite: one row, missing until the switch is first used. */

import { eq, ne, sql } from 'drizzle-orm';
import type { SendPause, SendPauseStore, WrittenPause } from '../../app/ports/send-pause-store.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import { insertAudit } from './audit-rows.js';
import type { Database, Orm } from './database.js';
import { operatorSwitches } from './schema/service.js';

const NAME = 'sends_paused';

export class PostgresSendPauseStore implements SendPauseStore {
  constructor(private readonly database: Database) {}

  read(): Promise<SendPause | null> {
    return this.database.query(({ orm }) => select(orm));
  }

  write(reason: string | null, audit: AuditEvent): Promise<WrittenPause> {
    return this.database.transaction(async ({ orm }) => {
      const changed = await upsert(orm, reason);
      if (changed) await insertAudit(orm, audit);
      return { changed, pause: await select(orm) };
    });
  }
}

async function select(orm: Orm): Promise<SendPause | null> {
  const [row] = await orm.select().from(operatorSwitches).where(eq(operatorSwitches.name, NAME));
  return row?.isOn === true ? { reason: row.reason ?? '', since: row.changedAt } : null;
}

/** Whoever comes second waits for the row and finds it as wanted. */
async function upsert(orm: Orm, reason: string | null): Promise<boolean> {
  const isOn = reason !== null;
  // Nothing to change where the switch was never used and should be off.
  if (!isOn) {
    const resumed = await orm
      .update(operatorSwitches)
      .set({ isOn, reason, changedAt: sql`clock_timestamp()` })
      .where(sql`${operatorSwitches.name} = ${NAME} AND ${operatorSwitches.isOn}`)
      .returning({ name: operatorSwitches.name });
    return resumed.length > 0;
  }
  const paused = await orm
    .insert(operatorSwitches)
    .values({ name: NAME, isOn, reason })
    .onConflictDoUpdate({
      target: operatorSwitches.name,
      set: { isOn, reason, changedAt: sql`clock_timestamp()` },
      setWhere: ne(operatorSwitches.isOn, isOn),
    })
    .returning({ name: operatorSwitches.name });
  return paused.length > 0;
}
