/** A production service as processes: workers, their metrics together, and how they end. */

import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';

import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { startRedisServer, testRedisUrl } from '../support/redis.js';
import { seriesOf, sumOf } from '../support/metrics-text.js';
import {
  assay,
  launch,
  newMasterKey,
  serviceEnv,
  startService,
  type Service,
} from '../support/service.js';

let database: PostgresTestDatabase;
let service: Service | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => service?.kill());
afterAll(() => database.close());

/** One for all services over the same database: a key that signs opens under no other. */
const masterKey = newMasterKey();

const given = (settings: Record<string, string> = {}) => ({
  databaseUrl: database.url,
  redisUrl: testRedisUrl(),
  twilioUrl: 'http://127.0.0.1:9',
  masterKey,
  settings,
});

const JWKS = 'assay_http_requests_total{operation="getJwks",method="GET",status="200"}';

/** On a connection of its own, so that the cluster hands it to the next worker. */
function getJwks(url: string, withinMs = 60_000): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { agent: false, signal: AbortSignal.timeout(withinMs) };
    const sent = request(`${url}/.well-known/jwks.json`, options, (res) => {
      res.resume();
      res.once('end', () => resolve(res.statusCode));
    });
    sent.once('error', reject).end();
  });
}

/** Read from the kernel: a bare machine has no `ps`. */
const workersOf = ({ process: { pid } }: Service) =>
  readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .split(' ')
    .filter((text) => text.trim() !== '')
    .map(Number);

it('R127: metrics of all workers are added up, whichever of them served', async () => {
  service = await startService(given({ WORKERS: '2' }));
  for (let n = 0; n < 8; n += 1) expect(await getJwks(service.url)).toBe(200);
  const metrics = await (await fetch(`${service.internalUrl}/metrics`)).text();
  expect(metrics).toContain(`${JWKS} 8`);
  expect(workersOf(service)).toHaveLength(2);
}, 180_000);

it('R127: of ceilings, ages and latencies the worst worker stands for all, and none is added up', async () => {
  service = await startService(given({ WORKERS: '2', SENDS_PER_DAY: '1234' }));
  const client = ['--name', 'ages', '--scopes', 'challenges', '--all-companies'];
  await assay(service.env, 'clients', 'create', ...client, '--expires', '30d');
  const read = async () => seriesOf(await (await fetch(`${internalUrl}/metrics`)).text());
  const { internalUrl } = service;
  const of = async (name: string) => sumOf(await read(), name, {});
  // Workers learn of the client within two seconds, and look at the parts every five.
  while ((await of('assay_credential_expiry_seconds')) === 0) continue;
  while ((await of('assay_dependency_latency_seconds')) === 0) continue;
  expect(await of('assay_sends_per_day_ceiling')).toBe(1_234);
  expect(await of('assay_credential_expiry_seconds')).toBeLessThanOrEqual(30 * 86_400);
  expect(await of('assay_signing_key_age_seconds')).toBeGreaterThan(0);
}, 180_000);

it('R118: stops on SIGTERM with every worker, exit code 0', async () => {
  service = await startService(given({ WORKERS: '2' }));
  const workers = workersOf(service);
  expect(await service.stop()).toBe(0);
  for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
}, 180_000);

it('replaces a worker that was killed, and goes on serving meanwhile', async () => {
  service = await startService(given({ WORKERS: '2' }));
  const [victim = 0] = workersOf(service);
  process.kill(victim, 'SIGKILL');
  while (workersOf(service).filter((pid) => pid !== victim).length < 2) {
    // Never answered where Node handed the connection to the worker in the moment of its death.
    await getJwks(service.url, 2_000).catch(() => undefined);
  }
  expect(await getJwks(service.url)).toBe(200);
  expect(service.output()).toContain('worker_lost');
}, 180_000);

it('R118: a request in flight at SIGTERM is answered before the process ends', async () => {
  service = await startService(given());
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await new Promise<void>((resolve) => {
    socket.write('GET /.well-known/jwks.json HTTP/1.1\r\nHost: assay\r\n', () => resolve());
  });
  const { internalUrl, output } = service;
  expect((await fetch(`${internalUrl}/health/ready`)).status).toBe(200);
  const stopped = service.stop();
  while (!output().includes('"draining"')) await new Promise(setImmediate);
  expect((await fetch(`${internalUrl}/health/ready`)).status).toBe(503);
  socket.write('\r\n');
  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(answer).toMatch(/^Connection: close/m);
  expect(await stopped).toBe(0);
}, 180_000);

it('R121: refuses a Redis that evicts', async () => {
  const redis = await startRedisServer(['--maxmemory-policy', 'allkeys-lru']);
  try {
    const env = await serviceEnv({ ...given(), redisUrl: redis.url });
    await expect(launch(env)).rejects.toThrow(/REDIS_URL: .*noeviction/);
  } finally {
    await redis.stop();
  }
}, 180_000);
