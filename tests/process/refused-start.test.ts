/** R121: a start that is refused names the setting, never its value, and the process ends. */

import { createServer, type AddressInfo, type Server } from 'node:net';

import { newEmbeddedFolder, run } from '../support/embedded.js';
import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { serviceEnv } from '../support/service.js';

let database: PostgresTestDatabase;
let taken: Server;
let takenPort: string;

beforeAll(async () => {
  database = await createTestDatabase();
  taken = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  takenPort = String((taken.address() as AddressInfo).port);
});
afterAll(async () => {
  taken.close();
  await database.close();
});

async function start(settings: Record<string, string>) {
  const given = { databaseUrl: database.url, redisUrl: testRedisUrl() };
  const twilioUrl = 'http://127.0.0.1:9';
  return run(await serviceEnv({ ...given, twilioUrl, settings }), 'start');
}

it.each([
  ['PORT', '1'],
  ['PORT', '2'],
  ['INTERNAL_PORT', '1'],
  ['INTERNAL_PORT', '2'],
])(
  'R121: %s that somebody else has, with WORKERS=%s',
  async (setting, WORKERS) => {
    const { code, stderr } = await start({ [setting]: takenPort, WORKERS });
    expect(code).toBe(1);
    expect(stderr).toContain(`${setting}: cannot listen there (EADDRINUSE)`);
  },
  180_000,
);

it('R121: a port that somebody else has, embedded, and the data folder is free again', async () => {
  const at = await newEmbeddedFolder();
  const refused = await run({ ...at.env, PORT: takenPort }, 'start');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toBe('assay: PORT: cannot listen there (EADDRINUSE)\n');
  expect(await run(at.env, 'companies', 'list')).toMatchObject({ code: 0 });
  at.remove();
}, 180_000);

it.each([
  ['DATABASE_URL', 'a database that does not exist', 'no_such_database'],
  ['DATABASE_URL', 'a user that does not exist', 'no_such_user'],
])(
  'R121: %s with %s',
  async (setting, _what, name) => {
    const url = new URL(database.url);
    if (name.endsWith('database')) url.pathname = `/${name}`;
    else url.username = name;
    const { code, stderr } = await start({ [setting]: url.href });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^assay: DATABASE_URL: PostgreSQL (refuses|has no)/m);
    expect(stderr).not.toContain(name);
  },
  180_000,
);

it('R121: a Redis that is away', async () => {
  const { code, stderr } = await start({ REDIS_URL: 'redis://:hidden@127.0.0.1:9' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^assay: REDIS_URL: redis cannot be reached/m);
  expect(stderr).not.toContain('hidden');
}, 180_000);

it('R121: a PostgreSQL that is away', async () => {
  const { code, stderr } = await start({ DATABASE_URL: 'postgres://u:hidden@127.0.0.1:9/x' });
  expect(code).toBe(1);
  expect(stderr).toBe('assay: DATABASE_URL: postgres cannot be reached (ECONNREFUSED)\n');
}, 60_000);
