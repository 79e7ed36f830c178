/** Every way in which PostgreSQL may fail under real instances: told, bounded, and over by itself. */

import pg from 'pg';

import { openEstate, type Estate } from '../support/estate.js';
import { runOn } from '../support/postgres.js';
import { startPostgresServer, type PostgresServer } from '../support/postgres-server.js';
import { approvals, expectRecovered, expectRefused, prepare, served } from './scene.js';

const ROLE = 'assay_service';

let server: PostgresServer;
let estate: Estate;
beforeAll(async () => {
  server = await startPostgresServer();
  estate = await openEstate({ postgresServer: server.url, serviceRole: ROLE });
}, 180_000);
afterAll(async () => {
  await estate.close();
  await server.stop();
});

const run = (text: string) => runOn(estate.database.url, text);
const name = () => new URL(estate.database.url).pathname.slice(1);
const endSessions = () =>
  run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${ROLE}'`);

/** A session that keeps what it locked until it is told to let go. */
async function hold(text: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: estate.database.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query(text);
  return () => client.end();
}

interface Fault {
  readonly fault: string;
  readonly begin: () => Promise<() => unknown>;
}

const FAULTS: readonly Fault[] = [
  {
    fault: 'refuses connections',
    begin: async () => {
      estate.postgresProxy.refuse();
      return () => estate.postgresProxy.restore();
    },
  },
  {
    fault: 'says nothing any more',
    begin: async () => {
      estate.postgresProxy.hang();
      return () => estate.postgresProxy.restore();
    },
  },
  {
    fault: 'answers ten seconds late',
    begin: async () => {
      estate.postgresProxy.slow(10_000);
      return () => estate.postgresProxy.restore();
    },
  },
  {
    fault: 'turned read-only',
    begin: async () => {
      await run(`ALTER DATABASE ${name()} SET default_transaction_read_only = on`);
      await endSessions();
      return () =>
        run(`BEGIN READ WRITE;
          ALTER DATABASE ${name()} RESET default_transaction_read_only; COMMIT`);
    },
  },
  {
    fault: 'holds policies and people locked',
    begin: () => hold('LOCK TABLE policies, employees IN ACCESS EXCLUSIVE MODE'),
  },
  {
    fault: 'has no connection left to give',
    begin: async () => {
      await run(`ALTER ROLE ${ROLE} CONNECTION LIMIT 0`);
      await endSessions();
      return () => run(`ALTER ROLE ${ROLE} CONNECTION LIMIT -1`);
    },
  },
  {
    fault: 'refuses the user of the service',
    begin: async () => {
      await run(`ALTER ROLE ${ROLE} NOLOGIN`);
      await endSessions();
      return () => run(`ALTER ROLE ${ROLE} LOGIN`);
    },
  },
  {
    fault: 'crashed',
    begin: async () => {
      await server.crash();
      return () => server.start();
    },
  },
];

it.each(FAULTS)(
  'R112: PostgreSQL $fault: nobody is let through, and all goes on within ten seconds of its end',
  async ({ begin }) => {
    const scene = await prepare(estate);
    const end = await begin();
    try {
      await expectRefused(estate, scene);
    } finally {
      await end();
    }
    await expectRecovered(estate, scene);
  },
);

/** What is on record of a verify is its attempt, of everything else an audit event (decision 10). */
it.each([
  ['attempts', ['verify'] as const],
  ['audit_events', ['policy', 'enrol'] as const],
])(
  'R126: PostgreSQL lets nothing be written into %s: no token, no change, no SMS',
  async (table, names) => {
    const scene = await prepare(estate);
    await run(`REVOKE INSERT ON ${table} FROM ${ROLE}`);
    try {
      await expectRefused(estate, scene, names);
      expect(await approvals(estate, scene.id)).toBe(0);
    } finally {
      await run(`GRANT INSERT ON ${table} TO ${ROLE}`);
    }
    await expectRecovered(estate, scene);
  },
);

it('R112: PostgreSQL ends every session at once: the calls of that moment are answered right or told to come back', async () => {
  const scene = await prepare(estate);
  const asked = estate.login.verify(scene.id, scene.code, {}, 'one-key');
  await endSessions();
  expect([200, 503]).toContain((await asked).status);
  const again = await served(() => estate.login.verify(scene.id, scene.code, {}, 'one-key'));
  expect(again).toMatchObject({ status: 200, body: { status: 'approved' } });
  expect(await approvals(estate, scene.id)).toBe(1);
});

it('R112: every connection of the pool waits: others are told to come back, and a code in hand is still taken', async () => {
  const scene = await prepare(estate);
  const release = await hold('LOCK TABLE policies IN ACCESS EXCLUSIVE MODE');
  const starts = Array.from({ length: 40 }, () => estate.login.start(scene.companyId, 'dora'));
  const verified = await served(() => estate.login.verify(scene.id, scene.code, {}, 'other-key'));
  expect(verified).toMatchObject({ status: 200, body: { status: 'approved' } });
  for (const { status } of await Promise.all(starts)) expect(status).toBe(503);
  await release();
});

it('R112: PostgreSQL fails over: a standby answers nobody, and once promoted it goes on with what was acknowledged', async () => {
  const scene = await prepare(estate);
  const open = (await estate.login.start(scene.companyId, 'erin')).body;
  expect(open).toMatchObject({ status: 'enrolment_required' });
  const standby = await server.standby();
  try {
    estate.postgresProxy.retarget(standby.port);
    await expectRefused(estate, scene);
    await server.crash();
    await standby.promote();
    await expectRecovered({ ...estate, database: at(standby) }, scene);
  } finally {
    estate.postgresProxy.retarget(server.port);
    await server.start();
    await standby.stop();
  }
});

/** The estate's database as another server has it. */
function at({ port }: PostgresServer): Estate['database'] {
  const url = new URL(estate.database.url);
  url.port = String(port);
  return { ...estate.database, url: url.href };
}
