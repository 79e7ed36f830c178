/** The attempt ledger while connections die, hang and come back. */

import { setImmediate } from 'node:timers/promises';

import { PostgresAttemptLedger } from '../../../src/adapters/postgres/attempt-ledger.js';
import { PgDatabase } from '../../../src/adapters/postgres/pg-database.js';
import {
  createTestDatabase,
  pgOptions,
  runOn,
  type PostgresTestDatabase,
} from '../../support/postgres.js';
import * as data from '../../support/postgres-data.js';
import { portOf, startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.js';
import {
  clock,
  later,
  newEmployee,
  newEnrolled,
  sendToPending,
} from '../../support/postgres-people.js';

let db: PostgresTestDatabase;
let proxy: TcpProxy;
let database: PgDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  proxy = await startTcpProxy(portOf(db.url));
  database = new PgDatabase(pgOptions(proxy.through(db.url)));
});
afterEach(async () => {
  await database.close();
  await proxy.close();
});

const STATEMENT = 'assay_record_attempts';
const within = (ms: number) => clock.monotonicMs() + ms;
const rowsOf = (challengeId: string) =>
  runOn(db.url, `SELECT outcome, attempt_id FROM attempts WHERE challenge_id = '${challengeId}'`);

it('R109: recognises its own approval when the reply of the approving statement is lost', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const { employee, phone } = await newEnrolled(db.database);
  const attempt = data.attemptOn(employee, phone);
  const lost = proxy.loseReplyTo(STATEMENT);
  const outcome = await ledger.record(attempt, later());
  expect(outcome).toMatchObject({ kind: 'approved', approval: { epoch: 2 } });
  await lost;
  const rows = await rowsOf(attempt.challengeId);
  expect(rows).toEqual([{ outcome: 'approved', attempt_id: attempt.attemptId }]);
});

it('R109: counts a wrong code once when its reply is lost', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const { employee, phone } = await newEnrolled(db.database);
  const lost = proxy.loseReplyTo(STATEMENT);
  const wrong = data.attemptOn(employee, phone, { matched: false });
  expect(await ledger.record(wrong, later())).toMatchObject({ counter: { failures: 1 } });
  await lost;
});

it('activates a number once when the reply of its approval is lost', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const employee = await newEmployee(db.database);
  const { phone, challengeId } = await sendToPending(db.database, employee);
  const lost = proxy.loseReplyTo(STATEMENT);
  const right = data.attemptOn(employee, phone, { challengeId });
  expect(await ledger.record(right, later())).toMatchObject({ kind: 'approved' });
  await lost;
  const enrolled = await runOn(
    db.url,
    `SELECT kind FROM audit_events WHERE kind = 'factor.enrolled' AND user_id = '${employee.userId}'`,
  );
  expect(enrolled).toHaveLength(1);
});

it('repeats what was under way on a connection that the server ended', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const { employee, phone } = await newEnrolled(db.database);
  // Holds the employee's row, so that the statement is under way when its connection is ended.
  const holder = db.open();
  const isWaiting = async () =>
    (
      await runOn(
        db.url,
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
           AND wait_event_type = 'Lock' AND query LIKE '%record_attempts_v1%'`,
      )
    )[0]?.['pid'];
  const recorded = await holder.transaction(async ({ rows }) => {
    await rows({ name: 'hold', text: 'SELECT 1 FROM employees WHERE user_id = $1 FOR UPDATE' }, [
      employee.userId,
    ]);
    const pending = ledger.record(data.attemptOn(employee, phone), later());
    let pid = await isWaiting();
    while (pid === undefined) pid = await isWaiting();
    await runOn(db.url, `SELECT pg_terminate_backend(${Number(pid)})`);
    return { pending };
  });
  expect(await recorded.pending).toMatchObject({ kind: 'approved' });
});

it('R112: gives up at the deadline, writes nothing late, and works again by itself', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const { employee, phone } = await newEnrolled(db.database);
  await database.ping();
  proxy.refuse();
  const attempt = data.attemptOn(employee, phone);
  await expect(ledger.record(attempt, within(300))).rejects.toMatchObject({
    name: 'StoreUnavailableError',
    part: 'postgres',
  });
  proxy.restore();
  const next = data.attemptOn(employee, phone);
  expect(await ledger.record(next, later())).toMatchObject({ kind: 'approved' });
  expect(await rowsOf(attempt.challengeId)).toEqual([]);
});

it('drops attempts that waited behind a hanging write beyond their deadline', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const { employee, phone } = await newEnrolled(db.database);
  await ledger.record(data.attemptOn(employee, phone), later());
  proxy.mute();
  const [under, queued] = [data.attemptOn(employee, phone), data.attemptOn(employee, phone)];
  const first = ledger.record(under, within(400));
  await Promise.resolve();
  await Promise.resolve();
  const second = ledger.record(queued, within(400));
  const outcomes = await Promise.allSettled([first, second]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  proxy.refuse();
  proxy.restore();
  const last = data.attemptOn(employee, phone);
  expect(await ledger.record(last, later())).toMatchObject({ kind: 'approved' });
  expect(await rowsOf(queued.challengeId)).toEqual([]);
});

it('withdraws an approval whose write is still under way, so that the code works again', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const { employee, phone } = await newEnrolled(db.database);
  await ledger.record(data.attemptOn(employee, phone), later());
  proxy.mute();
  const attempt = data.attemptOn(employee, phone);
  await expect(ledger.record(attempt, within(300))).rejects.toMatchObject({ part: 'postgres' });
  const elsewhere = new PostgresAttemptLedger(db.open(), clock);
  await elsewhere.withdraw(attempt);
  const retry = { ...attempt, attemptId: data.newAttemptId() };
  expect(await elsewhere.record(retry, later())).toMatchObject({ kind: 'approved' });
  const approved = (await rowsOf(attempt.challengeId)).filter(
    ({ outcome }) => outcome === 'approved',
  );
  expect(approved).toEqual([{ outcome: 'approved', attempt_id: retry.attemptId }]);
});

it('knows by its own writes alone that the database is away, and that it is back (decision 5)', async () => {
  const ledger = new PostgresAttemptLedger(database, clock);
  const { employee, phone } = await newEnrolled(db.database);
  proxy.refuse();
  // A write whose time is over before it began has nothing to tell.
  while (ledger.isAvailable()) {
    const lost = ledger.record(data.attemptOn(employee, phone), within(100));
    await expect(lost).rejects.toMatchObject({ part: 'postgres' });
  }
  proxy.restore();
  while (!ledger.isAvailable()) await setImmediate();
  const outcome = await ledger.record(data.attemptOn(employee, phone), later());
  expect(outcome.kind).toBe('approved');
});
