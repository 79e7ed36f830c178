/** Numbers that nobody proved go after an hour; imported and active ones stay. */

import { PostgresEmployeeStore } from '../../../src/adapters/postgres/employee-store.js';
import { PostgresSignInReader } from '../../../src/adapters/postgres/sign-in-reader.js';
import { forgetContexts } from '../../../src/adapters/postgres/forget-contexts.js';
import { PostgresMessageStore } from '../../../src/adapters/postgres/message-store.js';
import { purgePendingFactors } from '../../../src/adapters/postgres/pending-factors.js';
import { createTestDatabase, runOn } from '../../support/postgres.js';
import * as data from '../../support/postgres-data.js';
import { newEmployee, newEnrolled, sendToPending } from '../../support/postgres-people.js';

it('purges pending numbers older than an hour, and no others', async () => {
  const db = await createTestDatabase();
  try {
    const old = await newEmployee(db.database);
    const imported = { ...data.phoneOf(), factorId: data.newFactorId() };
    const people = new PostgresEmployeeStore(db.database);
    await people.putOnRoster(old, imported, data.auditOf('employee.listed', old));
    const stale = await sendToPending(db.database, old);
    const other = await sendToPending(db.database, await newEmployee(db.database));
    const enrolled = await newEnrolled(db.database);
    await runOn(db.url, `UPDATE factors SET created_at = created_at - interval '61 minutes'`);
    const fresh = await sendToPending(db.database, old);
    const reader = new PostgresSignInReader(db.database);
    const isThere = async (employee: typeof old, factorId: data.Phone['factorId']) =>
      (await reader.findPhone(employee, factorId)) !== undefined;

    // Opening a number for a person takes that person's stale ones away.
    expect(await isThere(old, stale.phone.factorId)).toBe(false);
    expect(await isThere(other.employee, other.phone.factorId)).toBe(true);
    expect(await purgePendingFactors(db.database)).toBe(1);
    expect(await isThere(other.employee, other.phone.factorId)).toBe(false);
    expect(await isThere(old, imported.factorId)).toBe(true);
    expect(await isThere(old, fresh.phone.factorId)).toBe(true);
    expect(await isThere(enrolled.employee, enrolled.phone.factorId)).toBe(true);
    expect(await purgePendingFactors(db.database)).toBe(0);
  } finally {
    await db.close();
  }
});

it('counts the hour from when a number was given last', async () => {
  const db = await createTestDatabase();
  try {
    const employee = await newEmployee(db.database);
    await sendToPending(db.database, employee, 'one-number');
    await runOn(db.url, `UPDATE factors SET created_at = created_at - interval '58 minutes'`);
    await sendToPending(db.database, employee, 'one-number');
    await runOn(db.url, `UPDATE factors SET created_at = created_at - interval '3 minutes'`);
    expect(await purgePendingFactors(db.database)).toBe(0);
  } finally {
    await db.close();
  }
});

it('R096: forgets after thirty days where a sign-in began, and keeps the message', async () => {
  const db = await createTestDatabase();
  try {
    const { employee, phone } = await newEnrolled(db.database);
    const send = async (days: number) => {
      const context = { ipAddress: '192.0.2.1', userAgent: 'Firefox' };
      const message = data.messageTo(employee, { factorId: phone.factorId, ...context });
      const store = new PostgresMessageStore(db.database);
      await store.open(message, data.auditOf('phone.opened', employee));
      await runOn(
        db.url,
        `UPDATE messages SET created_at = created_at - interval '${days} days'
          WHERE message_id = '${message.id}'`,
      );
      return message.id;
    };
    const [old, fresh] = [await send(31), await send(29)];
    expect(await forgetContexts(db.database)).toBe(1);
    expect(await forgetContexts(db.database)).toBe(0);
    const rows = await runOn(
      db.url,
      `SELECT message_id, ip_address, user_agent FROM messages
        WHERE message_id IN ('${old}', '${fresh}') ORDER BY created_at`,
    );
    expect(rows).toEqual([
      { message_id: old, ip_address: null, user_agent: null },
      { message_id: fresh, ip_address: '192.0.2.1', user_agent: 'Firefox' },
    ]);
  } finally {
    await db.close();
  }
});
