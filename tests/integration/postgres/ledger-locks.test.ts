/** The attempt ledger while somebody else holds the row of a person. */

import { PostgresAttemptLedger } from '../../../src/adapters/postgres/attempt-ledger.js';
import { ATTEMPT_LIMITS, attemptItem } from '../../../src/adapters/postgres/attempt-rows.js';
import type { DatabaseConnection } from '../../../src/adapters/postgres/database.js';
import { RECORD_ATTEMPTS } from '../../../src/adapters/postgres/attempt-statements.js';
import type { EmployeeRef } from '../../../src/domain/ids.js';
import { createTestDatabase, runOn, type PostgresTestDatabase } from '../../support/postgres.js';
import * as data from '../../support/postgres-data.js';
import { clock, later, newEnrolled } from '../../support/postgres-people.js';

let db: PostgresTestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const LOCK = {
  name: 'test_lock_person',
  text: 'SELECT 1 FROM employees WHERE company_id = $1 AND user_id = $2 FOR NO KEY UPDATE',
};
const lock = ({ rows }: DatabaseConnection, { companyId, userId }: EmployeeRef) =>
  rows(LOCK, [companyId, userId]);

async function untilSomebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await runOn(db.url, waiting)).length === 0) continue;
}

it('R077: one locked person makes nobody else miss the deadline', async () => {
  const ledger = new PostgresAttemptLedger(db.open(), clock);
  const eight = Array.from({ length: 8 }, () => newEnrolled(db.database));
  const people = await Promise.all(eight);
  const [first] = people;
  if (!first) throw new Error('nobody');
  const answers = await db.open().transaction(async (connection) => {
    await lock(connection, first.employee);
    return Promise.allSettled(
      people.map(({ employee, phone }) =>
        ledger.record(data.attemptOn(employee, phone), clock.monotonicMs() + 1_950),
      ),
    );
  });
  const [locked, ...others] = answers.map(({ status }) => status);
  expect(locked).toBe('rejected');
  expect(others).toEqual(Array(7).fill('fulfilled'));
});

it('takes the person before the row in a cancellation, as in an approval, so that no two wait for each other', async () => {
  const ledger = new PostgresAttemptLedger(db.open(), clock);
  const { employee, phone } = await newEnrolled(db.database);
  const right = data.attemptOn(employee, phone);
  const cancellation = { ...right, ...right.subject, reason: 'canceled' as const };
  const canceling = await db.open().transaction(async (connection) => {
    await lock(connection, employee);
    const canceled = ledger.cancel(cancellation, later());
    await untilSomebodyWaits();
    const items = JSON.stringify([{ ...attemptItem('attempt', right), ord: 0 }]);
    const [approved] = await connection.rows(RECORD_ATTEMPTS, [items, ATTEMPT_LIMITS]);
    expect(approved).toMatchObject({ result: { kind: 'approved' } });
    return { canceled };
  });
  expect(await canceling.canceled).toBe('approved');
});

it('R117: a transaction that hangs keeps nobody locked for more than seconds', async () => {
  const ledger = new PostgresAttemptLedger(db.open(), clock);
  const { employee, phone } = await newEnrolled(db.database);
  const hanging = await db
    .open()
    .transaction(async (connection) => {
      await lock(connection, employee);
      return ledger.record(data.attemptOn(employee, phone), later());
    })
    .catch((error: unknown) => error);
  // Its connection was ended; waiting for the deadline would be told as one.
  expect(hanging).toMatchObject({ part: 'postgres', reason: 'connection' });
  const outcome = await ledger.record(data.attemptOn(employee, phone), later());
  expect(outcome.kind).toBe('approved');
});
