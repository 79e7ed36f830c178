/** Races on the attempt ledger between instances, on a real server. */

import { PostgresAttemptLedger } from '../../../src/adapters/postgres/attempt-ledger.js';
import { PostgresEmployeeStore } from '../../../src/adapters/postgres/employee-store.js';
import type { ClientId } from '../../../src/domain/ids.js';
import { createTestDatabase, runOn, type PostgresTestDatabase } from '../../support/postgres.js';
import * as data from '../../support/postgres-data.js';
import {
  clock,
  later,
  newCompany,
  newEmployee,
  newEnrolled,
  sendToPending,
} from '../../support/postgres-people.js';

let db: PostgresTestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const twoLedgers = () => [0, 1].map(() => new PostgresAttemptLedger(db.open(), clock));
const pick = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Of one database, once every session on it has ended: each hands in its counters before it leaves. */
async function statistic(url: string, column: 'deadlocks' | 'xact_commit'): Promise<number> {
  const others = `SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  while ((await runOn(url, others)).length > 0) continue;
  const [row] = await runOn(
    url,
    `SELECT ${column}::int AS n FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(row?.['n']);
}

it('R072: lets exactly one of 50 parallel right codes through two instances, every round', async () => {
  const ledgers = twoLedgers();
  const { employee, phone } = await newEnrolled(db.database);
  for (const round of times(10)) {
    const challengeId = data.newChallengeId();
    const outcomes = await Promise.all(
      times(50).map((index) =>
        pick(ledgers, index).record(data.attemptOn(employee, phone, { challengeId }), later()),
      ),
    );
    const kinds = outcomes.map(({ kind }) => kind).sort();
    expect({ round, approved: kinds.filter((kind) => kind === 'approved').length }).toEqual({
      round,
      approved: 1,
    });
    expect(kinds.filter((kind) => kind === 'already_approved')).toHaveLength(49);
  }
});

it('R013: counts parallel wrong codes exactly, and answers none beyond the fifth', async () => {
  const ledgers = twoLedgers();
  const { employee, phone } = await newEnrolled(db.database);
  const challengeId = data.newChallengeId();
  const outcomes = await Promise.all(
    times(9).map((index) =>
      pick(ledgers, index).record(
        data.attemptOn(employee, phone, { challengeId, matched: false }),
        later(),
      ),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === 'failed')).toHaveLength(5);
  expect(outcomes.filter(({ kind }) => kind === 'exhausted')).toHaveLength(4);
  const person = await new PostgresEmployeeStore(db.database).get(employee);
  expect(person?.failures).toBe(9);
});

it('counts failures exactly, without a deadlock, when instances take people in opposite order', async () => {
  const own = await createTestDatabase();
  try {
    // Seen before a write that waits for another gives up, as it also does where a machine is slow.
    const name = new URL(own.url).pathname.slice(1);
    await runOn(own.url, `ALTER DATABASE ${name} SET deadlock_timeout = '20ms'`);
    const companyId = await newCompany(own.database);
    const people = await Promise.all(times(30).map(() => newEnrolled(own.database, companyId)));
    const instances = [own.open(), own.open()];
    const ledgers = instances.map((database) => new PostgresAttemptLedger(database, clock));
    const record = (ledger: PostgresAttemptLedger, { employee, phone }: (typeof people)[number]) =>
      ledger.record(data.attemptOn(employee, phone, { matched: false }), later());
    for (let round = 0; round < 8; round += 1) {
      const orders = [people, [...people].reverse()];
      await Promise.all(
        ledgers.flatMap((ledger, index) =>
          pick(orders, index).map((person) => record(ledger, person)),
        ),
      );
    }
    const store = new PostgresEmployeeStore(own.database);
    const counts = await Promise.all(people.map(({ employee }) => store.get(employee)));
    expect(counts.map((person) => person?.failures)).toEqual(people.map(() => 16));
    await Promise.all([own.database, ...instances].map((database) => database.close()));
    expect(await statistic(own.url, 'deadlocks')).toBe(0);
  } finally {
    await own.close();
  }
});

it('fails a poisoned attempt alone', async () => {
  const ledger = new PostgresAttemptLedger(db.open(), clock);
  const { employee, phone } = await newEnrolled(db.database);
  const poisoned = data.attemptOn(employee, phone, { clientId: 'a\u0000b' as ClientId });
  const outcomes = await Promise.allSettled([
    ...times(5).map(() => ledger.record(data.attemptOn(employee, phone), later())),
    ledger.record(poisoned, later()),
    ...times(5).map(() => ledger.record(data.attemptOn(employee, phone), later())),
  ]);
  const rejected = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [String(outcome.reason)] : [],
  );
  expect(rejected).toEqual(['DatabaseError: SQLSTATE 22P05']);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

it('lets one of a cancellation and an approval win, and both sides know which', async () => {
  const ledgers = twoLedgers();
  const { employee, phone } = await newEnrolled(db.database);
  for (const round of times(10)) {
    const attempt = data.attemptOn(employee, phone);
    const cancellation = { ...attempt, ...attempt.subject, reason: 'canceled' as const };
    const [outcome, end] = await Promise.all([
      pick(ledgers, round).record(attempt, later()),
      pick(ledgers, round + 1).cancel(cancellation, later()),
    ]);
    expect(outcome.kind).toBe(end);
  }
});

it('never approves after a reset that came first, nor resets beside an approval', async () => {
  const ledger = new PostgresAttemptLedger(db.open(), clock);
  const store = new PostgresEmployeeStore(db.database);
  for (const round of times(10)) {
    const { employee, phone } = await newEnrolled(db.database);
    const audit = data.auditOf('factor.reset', employee);
    const reset = () => store.reset(employee, { reason: 'lost', idempotency: null }, audit);
    const record = () => ledger.record(data.attemptOn(employee, phone), later());
    const [first, second] = round % 2 === 0 ? [reset(), record()] : [record(), reset()];
    const outcomes = await Promise.all([first, second]);
    expect(await record()).toEqual({ kind: 'factor_gone' });
    expect(outcomes).toHaveLength(2);
    expect((await store.get(employee))?.factor).toBeNull();
  }
});

it('proves one of two numbers that are confirmed at the same time', async () => {
  const ledgers = twoLedgers();
  for (const round of times(6)) {
    const employee = await newEmployee(db.database);
    const sent = await Promise.all(times(2).map(() => sendToPending(db.database, employee)));
    const outcomes = await Promise.all(
      sent.map(({ phone, challengeId }, index) =>
        pick(ledgers, index + round).record(
          data.attemptOn(employee, phone, { challengeId }),
          later(),
        ),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['approved', 'factor_gone']);
  }
});

it('needs less than 0.2 commits for each of 64 parallel attempts', async () => {
  const own = await createTestDatabase();
  try {
    const company = await newCompany(own.database);
    const people = await Promise.all(times(16).map(() => newEnrolled(own.database, company)));
    await own.database.close();
    const before = await statistic(own.url, 'xact_commit');
    const database = own.open();
    const ledger = new PostgresAttemptLedger(database, clock);
    const worker = async (index: number) => {
      const { employee, phone } = pick(people, index);
      for (let round = 0; round < 16; round += 1) {
        await ledger.record(data.attemptOn(employee, phone), later());
      }
    };
    await Promise.all(times(64).map(worker));
    await database.close();
    const perRecord = ((await statistic(own.url, 'xact_commit')) - before) / (64 * 16);
    expect(perRecord).toBeGreaterThanOrEqual(1 / 128);
    expect(perRecord).toBeLessThan(0.2);
  } finally {
    await own.close();
  }
});
