/** PgBouncer in transaction mode between two instances and PostgreSQL: as without it, also when it fails. */

import { openEstate, type Estate } from '../support/estate.js';
import { LoginService } from '../support/login-service.js';
import { freePort } from '../support/loopback.js';
import { startPgbouncer, type PgBouncer } from '../support/pgbouncer.js';
import { runOn } from '../support/postgres.js';
import { startPostgresServer, type PostgresServer } from '../support/postgres-server.js';
import { approvals, expectRecovered, expectRefused, opened, prepare, served } from './scene.js';

/** What synchronous_commit was for each row that decides something. */
const WATCH = `CREATE TABLE seen (at_table text, value text);
  CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO public.seen VALUES (TG_TABLE_NAME, current_setting('synchronous_commit'));
    RETURN NEW; END $$;
  CREATE TRIGGER see BEFORE INSERT ON attempts FOR EACH ROW EXECUTE FUNCTION see();
  CREATE TRIGGER see BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION see();
  CREATE TRIGGER see BEFORE INSERT OR UPDATE ON policies FOR EACH ROW EXECUTE FUNCTION see()`;

let server: PostgresServer;
let pgbouncer: PgBouncer;
let estate: Estate;
beforeAll(async () => {
  server = await startPostgresServer();
  pgbouncer = await startPgbouncer(server.port);
  const settings = { DATABASE_POOLING: 'transaction' };
  const bare = await openEstate({ instances: 0, postgresServer: server.url, settings });
  const name = new URL(bare.database.url).pathname.slice(1);
  await runOn(bare.database.url, `ALTER DATABASE ${name} SET synchronous_commit = off`);
  await runOn(bare.database.url, WATCH);
  bare.postgresProxy.retarget(pgbouncer.port);
  const urls = [(await bare.launch()).url, (await bare.launch()).url];
  estate = { ...bare, login: new LoginService(urls, bare.login.credential) };
}, 180_000);
afterAll(async () => {
  await estate.close();
  await pgbouncer.stop();
  await server.stop();
});

const FAULTS: readonly { fault: string; begin: () => unknown; end: () => unknown }[] = [
  {
    fault: 'PgBouncer is killed and started again',
    begin: () => pgbouncer.kill(),
    end: () => pgbouncer.start(),
  },
  {
    fault: 'PgBouncer stands still',
    begin: () => {
      pgbouncer.hang();
    },
    end: () => {
      pgbouncer.resume();
    },
  },
  {
    fault: 'PostgreSQL behind PgBouncer crashed',
    begin: () => server.crash(),
    end: () => server.start(),
  },
];

it('R123: behind PgBouncer people enrol and sign in, and a policy is changed, each commit waiting for the disk', async () => {
  const scene = await prepare(estate);
  await expectRecovered(estate, scene);
  const seen = await runOn(estate.database.url, 'SELECT DISTINCT at_table, value FROM seen');
  expect(new Set(seen.map((row) => row['value']))).toEqual(new Set(['on']));
  expect(seen.map((row) => row['at_table']).sort()).toEqual([
    'attempts',
    'audit_events',
    'policies',
  ]);
});

it('R123: behind PgBouncer twenty right codes at once give one approval', async () => {
  const { id, code } = await opened(estate, await estate.login.company());
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      served(() => estate.login.verify(id, code, {}, `racing-key-${String(n)}`)),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await approvals(estate, id)).toBe(1);
});

it.each(FAULTS)(
  'R123: $fault: nobody is let through, and all goes on within ten seconds of its end',
  async ({ begin, end }) => {
    const scene = await prepare(estate);
    await begin();
    await expectRefused(estate, scene).finally(end);
    await expectRecovered(estate, scene);
  },
);

it('R123: a start behind PgBouncer without DATABASE_POOLING=transaction is refused, naming the setting', async () => {
  const [service] = estate.services;
  if (!service) throw new Error('two instances were asked for');
  const ports = { PORT: String(await freePort()), INTERNAL_PORT: String(await freePort()) };
  const env = { ...service.env, ...ports, DATABASE_POOLING: 'session' };
  await expect(estate.relaunch({ ...service, env })).rejects.toThrow(/DATABASE_POOLING/);
});
