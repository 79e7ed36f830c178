/** Commands on PostgreSQL and Redis, with no service running. */

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../support/embedded.js';
import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { serviceEnv } from '../support/service.js';
import { describeCommands } from './commands.cases.js';

let database: PostgresTestDatabase;
let env: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase({ isMigrated: false });
  env = await serviceEnv({
    databaseUrl: database.url,
    redisUrl: testRedisUrl(),
    twilioUrl: 'http://127.0.0.1:9',
  });
});
afterAll(() => database.close());

it('R121: refuse a schema that is not migrated, then migrate it, once', async () => {
  const early = await run(env, 'start');
  expect(early.code).toBe(1);
  expect(early.stderr).toMatch(/DATABASE_URL: .*assay migrate/);
  const first = await run(env, 'migrate', '--json');
  expect(JSON.parse(first.stdout)).not.toEqual({ applied: 0 });
  const again = await run(env, 'migrate', '--json');
  expect(JSON.parse(again.stdout)).toEqual({ applied: 0 });
});

describeCommands('on PostgreSQL', () => ({ env }));

it('R012: config print names every setting and shows no secret', async () => {
  const { stdout, code } = await run(env, 'config', 'print');
  expect(code).toBe(0);
  expect(stdout).toMatch(/ASSAY_MASTER_KEY +set +environment/);
  for (const name of [
    'ASSAY_MASTER_KEY',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_API_KEY_SECRET',
    'DATABASE_URL',
  ]) {
    expect(stdout).not.toContain(env[name]);
  }
});

it('import companies all or none, and say which entry is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-import-'));
  const file = join(folder, 'companies.json');
  const one = { companyId: 'imported', displayName: 'Imported', defaultCountry: 'IE' };
  writeFileSync(file, JSON.stringify([one, { ...one, companyId: 'a@b' }]));
  const refused = await run(env, 'companies', 'import', file);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('/1/companyId');
  expect((await run(env, 'companies', 'list', '--json')).stdout).not.toContain('imported');
  writeFileSync(file, JSON.stringify([one]));
  expect((await run(env, 'companies', 'import', file)).code).toBe(0);
  expect((await run(env, 'companies', 'list', '--json')).stdout).toContain('imported');
  rmSync(folder, { recursive: true });
});

it('init writes a settings file with a fresh key for its owner alone, and never over another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-init-'));
  const file = join(folder, 'assay.env');
  const bare = { PATH: env['PATH'] ?? '' };
  expect((await run(bare, 'init', file)).code).toBe(0);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^ASSAY_MASTER_KEY=[A-Za-z0-9+/]{43}=$/m);
  expect((await run(bare, 'init', file)).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(text);
  const { NODE_ENV: _n, ASSAY_MASTER_KEY: _k, ...rest } = env;
  const printed = await run(rest, 'config', 'print', '--settings', file);
  expect(printed.stdout).toMatch(/ASSAY_MASTER_KEY +set +settings file/);
  rmSync(folder, { recursive: true });
});

it('R008 R121: a production start that lacks settings names them all, and ends', async () => {
  const { code, stdout, stderr } = await run(
    { PATH: env['PATH'] ?? '', NODE_ENV: 'production' },
    'start',
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'ASSAY_MASTER_KEY', 'TWILIO_ACCOUNT_SID']) {
    expect(stderr).toContain(`${name}: is needed in production`);
  }
});
