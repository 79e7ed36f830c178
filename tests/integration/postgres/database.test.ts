/** The connection to a PostgreSQL server: what is told of errors, and recovery. */

import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { PgDatabase } from '../../../src/adapters/postgres/pg-database.js';
import {
  createTestDatabase,
  pgOptions,
  runOn,
  type PostgresTestDatabase,
} from '../../support/postgres.js';
import * as data from '../../support/postgres-data.js';
import { portOf, startTcpProxy } from '../../support/tcp-proxy.js';

let db: PostgresTestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const SECRET = '+4915112345678';
const failure = async (work: Promise<unknown>) =>
  work.then(
    () => new Error('nothing failed'),
    (error: unknown) => error,
  );

it.each([
  ['a bad value', sql`SELECT ${SECRET}::int`],
  ['a broken statement', sql`SELECT ${SECRET} FROM no_such_table`],
  ['a constraint', sql`INSERT INTO policies (company_id, mode) VALUES (${SECRET}, ${SECRET})`],
])('R125: repeats neither SQL nor values after %s', async (_, statement) => {
  const errors = [
    await failure(db.database.query(({ orm }) => orm.execute(statement))),
    await failure(db.database.transaction(({ orm }) => orm.execute(statement))),
  ];
  for (const error of errors) {
    expect(error).toMatchObject({ name: 'DatabaseError', sqlState: data.ANY_TEXT });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(
      /4915112345678|no_such_table/,
    );
  }
});

it('commits to disk before it answers, whatever the default of the role is', async () => {
  const [own] = await runOn(db.url, 'SELECT current_database() AS name');
  await runOn(db.url, `ALTER DATABASE ${String(own?.['name'])} SET synchronous_commit = off`);
  const setting = {
    name: 'setting',
    text: `SELECT current_setting('synchronous_commit') AS value`,
  };
  const fresh = db.open();
  expect(await fresh.query((connection) => connection.rows(setting, []))).toEqual([
    { value: 'on' },
  ]);
});

it('rolls back everything when the work throws, and passes its error on', async () => {
  const mine = new Error('mine');
  const work = db.database.transaction(async ({ orm }) => {
    await orm.execute(sql`CREATE TABLE never_there (a int)`);
    throw mine;
  });
  expect(await failure(work)).toBe(mine);
  const gone = db.database.query(({ orm }) => orm.execute(sql`SELECT * FROM never_there`));
  expect(await failure(gone)).toMatchObject({ sqlState: '42P01' });
});

it('ends a statement at its time-out and goes on working', async () => {
  const database = db.open({ statementTimeoutMs: 100, maxConnections: 1 });
  const slow = database.query(({ orm }) => orm.execute(sql`SELECT pg_sleep(30)`));
  expect(await failure(slow)).toMatchObject({ name: 'StoreUnavailableError', reason: '57014' });
  expect(await database.ping()).toBeInstanceOf(Date);
});

it('R112: knows that the database is down, and notices by itself that it is back', async () => {
  const proxy = await startTcpProxy(portOf(db.url));
  const database = new PgDatabase(pgOptions(proxy.through(db.url)));
  try {
    await database.ping();
    expect(database.isKnownDown()).toBe(false);
    proxy.refuse();
    expect(await failure(database.ping())).toMatchObject({ name: 'StoreUnavailableError' });
    expect(database.isKnownDown()).toBe(true);
    proxy.restore();
    while (database.isKnownDown()) await setImmediate();
    expect(await database.ping()).toBeInstanceOf(Date);
  } finally {
    await database.close();
    await proxy.close();
  }
});

it('R112: answers in time when the server says nothing any more', async () => {
  const proxy = await startTcpProxy(portOf(db.url));
  const options = { statementTimeoutMs: 100, connectTimeoutMs: 200 };
  const database = new PgDatabase({ ...pgOptions(proxy.through(db.url)), ...options });
  try {
    await database.ping();
    proxy.mute();
    expect(await failure(database.ping())).toMatchObject({ reason: 'connection' });
    const write = database.transaction(({ orm }) => orm.execute(sql`SELECT 1`));
    expect(await failure(write)).toMatchObject({ reason: 'connection' });
    expect(database.isKnownDown()).toBe(true);
  } finally {
    await database.close();
    await proxy.close();
  }
});
