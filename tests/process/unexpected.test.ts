/** What becomes of a process in which something breaks that nobody expected. */

import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { launch, serviceEnv, type Service } from '../support/service.js';

const SECRET = '+447700900123';

/** Loaded before the program, as the program has no such seam: breaks the process at a signal. */
function breaking(how: string): string {
  const text = `process.on("SIGUSR2",()=>${how})`;
  // Encoded, because a stack frame names the address of its module.
  return `--import=data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
}
const THROWING = breaking(`setTimeout(()=>{throw new TypeError("${SECRET}")})`);
const REJECTING = breaking(`{Promise.reject(new RangeError("${SECRET}"))}`);

let database: PostgresTestDatabase;
let service: Service | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => service?.kill());
afterAll(() => database.close());

async function start(nodeOptions: string, settings: Record<string, string> = {}) {
  const given = { databaseUrl: database.url, redisUrl: testRedisUrl() };
  const env = await serviceEnv({ ...given, twilioUrl: 'http://127.0.0.1:9', settings });
  return (service = await launch({ ...env, NODE_OPTIONS: nodeOptions }));
}

const bugsIn = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.includes('"msg":"bug"'))
    .map((line) => JSON.parse(line) as { pid: number; errorName: string; frames: string[] });

it.each([
  ['throws', THROWING, 'TypeError'],
  ['rejects', REJECTING, 'RangeError'],
])(
  'R123: a callback that %s ends the process, told by class and frames, never the message',
  async (_how, nodeOptions, errorName) => {
    const { process: child, output } = await start(nodeOptions);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGUSR2');
    expect(await ended).toBe(1);
    const bugs = bugsIn(output());
    expect(bugs).toMatchObject([{ errorName, place: 'process' }]);
    expect(bugs[0]?.frames[0]).toMatch(/^at .*:\d+:\d+\)?$/);
    expect(output()).not.toContain(SECRET.slice(1));
  },
  180_000,
);

it('R123: a worker that broke is replaced, and the service goes on', async () => {
  const { internalUrl, output, process: primary } = await start(THROWING, { WORKERS: '2' });
  const pids = () => new Set(output().match(/(?<="pid":)\d+(?=,"state":"ready")/g));
  const [victim = ''] = pids();
  expect(Number(victim)).not.toBe(primary.pid);
  const before = pids().size;
  process.kill(Number(victim), 'SIGUSR2');
  while (pids().size === before) await fetch(`${internalUrl}/health/live`);
  expect(bugsIn(output())).toMatchObject([{ pid: Number(victim) }]);
  expect((await fetch(`${internalUrl}/health/ready`)).status).toBe(200);
  expect(output()).not.toContain(SECRET.slice(1));
}, 180_000);

it('goes on serving when nobody reads its output any more', async () => {
  const { url, process: child } = await start('', { LOG_LEVEL: 'trace' });
  child.stdout?.destroy();
  child.stderr?.destroy();
  for (let n = 0; n < 20; n += 1) {
    expect((await fetch(`${url}/.well-known/jwks.json`)).status).toBe(200);
  }
  expect(await service?.stop()).toBe(0);
}, 180_000);
