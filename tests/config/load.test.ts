/** What the settings accept, and how they refuse. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { describeSettings } from '../../src/config/describe.js';
import { ConfigError, loadConfig } from '../../src/config/load.js';
import type { Environment } from '../../src/config/sources.js';

const NOW_MS = Date.UTC(2026, 11, 1);
const KEY = 'qxYk0v1n6pLr8sTzWb3cDf5gHj7kMm9oQq2wEe4rTyU=';
const OTHER_KEY = 'Zm8xq0Lw7cV3bN5mKj9hGf2dSa4pOi6uYt8rEw1qXzk=';

const GOOD: Environment = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://assay.example.com',
  DATABASE_URL: 'postgres://assay:pw@db.example.com/assay?sslmode=verify-full',
  REDIS_URL: 'rediss://:pw@redis.example.com:6379',
  ASSAY_MASTER_KEY: KEY,
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'b'.repeat(32),
  TWILIO_FROM: '+441632960000',
  DEFAULT_COUNTRIES: 'GB,IE',
  PRIVACY_CONTACT: 'privacy@example.com',
};

const load = (environment: Environment, nowMs = NOW_MS) => loadConfig({ environment, nowMs });

function problemsOf(environment: Environment, nowMs = NOW_MS): ConfigError {
  try {
    load(environment, nowMs);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('accepted');
}

const without = (name: string): Environment =>
  Object.fromEntries(Object.entries(GOOD).filter(([known]) => known !== name));

describe('settings', () => {
  it('start nothing but an embedded service on loopback when none is given', () => {
    expect(load({}).config).toMatchObject({
      isProduction: false,
      database: 'embedded',
      pendingStore: 'embedded',
      smsSender: 'outbox',
      listen: { host: '127.0.0.1', workers: 1, docs: true },
    });
  });

  it('of a whole production service are accepted, with the docs off', () => {
    const { config } = load(GOOD);
    expect(config).toMatchObject({
      database: 'postgres',
      pendingStore: 'redis',
      smsSender: 'twilio',
      token: { issuer: 'https://assay.example.com', ttlSeconds: 120 },
      code: { length: 6, ttlSeconds: 300 },
      listen: { docs: false },
    });
  });

  it.each(Object.keys(GOOD).filter((name) => !['NODE_ENV', 'TWILIO_FROM'].includes(name)))(
    'R121: production refuses to start without %s',
    (name) => {
      expect(problemsOf(without(name)).problems.map(({ setting }) => setting)).toEqual([name]);
    },
  );

  const WEAK = Buffer.alloc(32, 7).toString('base64');
  const BAD: readonly (readonly [string, string])[] = [
    ['NODE_ENV', 'prod'],
    ['PORT', '70000'],
    ['PORT', '80 80'],
    ['INTERNAL_PORT', '8080'],
    ['HOST', 'not a host'],
    ['PUBLIC_URL', 'http://assay.example.com'],
    ['PUBLIC_URL', 'https://assay.example.com/path'],
    ['PUBLIC_URL', 'https://user:pw@assay.example.com'],
    ['PUBLIC_URL', 'assay.internal'],
    ['WORKERS', '0'],
    ['WORKERS', 'many'],
    ['LOG_LEVEL', 'verbose'],
    ['DOCS', 'yes'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'the load balancer'],
    ['ALLOW_PLAINTEXT', 'everything'],
    ['DATABASE_URL', 'mysql://db.example.com/assay'],
    ['DATABASE_URL', 'postgres://assay:pw@db.example.com/assay'],
    ['DATABASE_URL', 'postgres://assay:pw@db.example.com/assay?sslmode=require'],
    ['DATABASE_URL', 'postgres://assay:pw@db.example.com/assay?sslmode=no-verify'],
    ['DATABASE_URL', 'postgres://127.0.0.1/assay?host=db.example.com'],
    ['MIGRATION_DATABASE_URL', 'postgres://owner:pw@db.example.com/assay'],
    ['REDIS_URL', 'redis://redis.example.com'],
    ['REDIS_URL', 'redis+cluster://127.0.0.1:7000,redis.example.com:7001'],
    ['REDIS_URL', 'http://redis.example.com'],
    ['REDIS_PROTOCOL', '4'],
    ['ASSAY_MASTER_KEY', WEAK],
    ['ASSAY_MASTER_KEY', 'c2hvcnQ='],
    ['ASSAY_MASTER_KEY', `${KEY},${KEY}`],
    ['ASSAY_MASTER_KEY', `${KEY},${OTHER_KEY},${KEY},${OTHER_KEY}`],
    ['TWILIO_ACCOUNT_SID', `SK${'a'.repeat(32)}`],
    ['TWILIO_AUTH_TOKEN', 'token'],
    ['TWILIO_FROM', '+44 16 32'],
    ['TWILIO_MESSAGING_SERVICE_SID', `MG${'a'.repeat(32)}`],
    ['TWILIO_API_KEY_SID', `SK${'a'.repeat(32)}`],
    ['TWILIO_API_URL', 'https://twilio.com.example.com'],
    ['TWILIO_API_URL', 'http://api.twilio.com'],
    ['TOKEN_ISSUER', 'assay'],
    ['TOKEN_TTL_SECONDS', '600'],
    ['CODE_LENGTH', '4'],
    ['CODE_TTL_SECONDS', '3600'],
    ['DEFAULT_COUNTRIES', 'gb'],
    ['DEFAULT_COUNTRIES', 'GB,,IE'],
    ['PRIVACY_CONTACT', ''],
    ['ASSAY_MASTERKEY', KEY],
  ];

  it.each(BAD)('R078 R121: refuses %s=%s, naming it and not its value', (name, value) => {
    const { problems, message } = problemsOf({ ...GOOD, [name]: value });
    expect(problems.map(({ setting }) => setting)).toContain(name);
    if (value.length > 6) expect(message).not.toContain(value);
  });

  it('R121: reports all problems together', () => {
    const bad = { NODE_ENV: 'production', PORT: 'x', CODE_LENGTH: '4', ASSAY_TYPO: '1' };
    const settings = problemsOf(bad).problems.map(({ setting }) => setting);
    expect(settings).toEqual(
      expect.arrayContaining(['PORT', 'CODE_LENGTH', 'ASSAY_TYPO', 'REDIS_URL', 'PUBLIC_URL']),
    );
  });

  it('R121: refuse a clock that was never set', () => {
    expect(problemsOf(GOOD, 0).problems).toEqual([
      { setting: 'system clock', detail: 'is not set' },
    ]);
  });

  it('R078: accept plain transport towards loopback', () => {
    const local = {
      PUBLIC_URL: 'http://127.0.0.1:8080',
      DATABASE_URL: 'postgres://assay@127.0.0.1/assay',
      REDIS_URL: 'redis+cluster://127.0.0.1:7000,[::1]:7001',
    };
    expect(load({ ...GOOD, ...local }).config.isProduction).toBe(true);
  });

  it('R078: accept plain transport elsewhere only where a setting says so in words', () => {
    const plain = {
      PUBLIC_URL: 'http://assay.internal',
      DATABASE_URL: 'postgres://assay@db.internal/assay',
      REDIS_URL: 'redis://redis.internal',
    };
    const words = ['database', 'redis', 'public-url'];
    expect(load({ ...GOOD, ...plain, ALLOW_PLAINTEXT: words.join(',') }).config.database).toBe(
      'postgres',
    );
    for (const word of words) {
      const others = words.filter((other) => other !== word).join(',');
      const { problems } = problemsOf({ ...GOOD, ...plain, ALLOW_PLAINTEXT: others });
      expect(problems.map(({ detail }) => detail).join()).toContain(`ALLOW_PLAINTEXT=${word}`);
    }
  });

  it('refuse several workers without shared stores', () => {
    expect(problemsOf({ WORKERS: '2' }).problems.map(({ setting }) => setting)).toEqual([
      'WORKERS',
    ]);
  });
});

describe('secrets', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'assay-config-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('are read from the file that NAME_FILE names', () => {
    const environment = {
      ...without('ASSAY_MASTER_KEY'),
      ASSAY_MASTER_KEY_FILE: file('key', `${KEY}\n`),
    };
    expect(load(environment).secrets.masterKey).toBe(KEY);
  });

  it('are refused when given twice, or when the file cannot be read', () => {
    const twice = { ...GOOD, ASSAY_MASTER_KEY_FILE: file('key', KEY) };
    expect(problemsOf(twice).problems[0]?.setting).toBe('ASSAY_MASTER_KEY');
    const missing = { ...without('ASSAY_MASTER_KEY'), ASSAY_MASTER_KEY_FILE: join(folder, 'none') };
    expect(problemsOf(missing).problems[0]?.setting).toBe('ASSAY_MASTER_KEY_FILE');
  });

  it('and settings come from a settings file, which the environment overrides and whose typos count', () => {
    const path = file('assay.env', 'CODE_LENGTH=8\nTOKEN_TTL_SECONDS=60\n');
    const read = loadConfig({
      environment: { CODE_LENGTH: '7' },
      settingsFile: path,
      nowMs: NOW_MS,
    });
    expect(read.config).toMatchObject({ code: { length: 7 }, token: { ttlSeconds: 60 } });
    const typo = file('typo.env', 'COED_LENGTH=8\n');
    expect(problemsOf({ ASSAY_SETTINGS: typo }).problems[0]?.setting).toBe('COED_LENGTH');
  });

  it('R012: never show in an inspection, in JSON or in the printed settings', () => {
    const loaded = load(GOOD);
    const shown = [
      inspect(loaded.secrets, { depth: null, showHidden: true }),
      JSON.stringify(loaded.secrets),
      JSON.stringify(loaded.config),
      JSON.stringify(describeSettings(loaded)),
    ].join('\n');
    for (const secret of [KEY, ':pw@', 'b'.repeat(32)]) expect(shown).not.toContain(secret);
    expect(describeSettings(loaded)).toContainEqual({
      name: 'ASSAY_MASTER_KEY',
      value: 'set',
      source: 'environment',
    });
  });
});
