/** Everything a busy service says and keeps, searched for codes and numbers. */

import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { cli } from '../support/redis.js';
import { refuse } from '../support/twilio-stand-in.js';

const CODES = 200;
const NUMBERS = 50;

/** Everything that left the service, or that it kept, by where it was found. */
type Found = Map<string, string>;

describe('a run with 200 eight-digit codes and 50 numbers at log level trace', () => {
  let estate: Estate;
  const answers: string[] = [];
  beforeAll(async () => {
    estate = await openEstate({
      instances: 2,
      settings: { CODE_LENGTH: '8', LOG_LEVEL: 'trace' },
      watch: (request, { headers, body }) => {
        answers.push(JSON.stringify([request.path, [...headers], body]));
      },
    });
  }, 180_000);
  afterAll(() => estate.close());

  it('leaves neither a code nor a number anywhere but in the SMS (R005, R007, R093, R095, R102, R125)', async () => {
    await useEverything();
    const { messages } = estate.twilio;
    const codes = [...new Set(messages.map(({ form }) => form['Body']?.slice(0, 8) ?? ''))];
    const numbers = [...new Set(messages.map(({ form }) => form['To'] ?? ''))];
    expect(codes.length).toBeGreaterThanOrEqual(CODES);
    expect(numbers.length).toBeGreaterThanOrEqual(NUMBERS);
    const secrets = [...codes, ...numbers.map((number) => number.replace('+44', ''))];
    const pattern = new RegExp(`(?<!\\d)(?:\\+?44|0)?(?:${secrets.join('|')})(?!\\d)`);
    for (const [where, text] of await everywhere()) {
      expect([where, pattern.exec(text)?.[0]]).toEqual([where, undefined]);
    }
    expect(pattern.test(`sent to ${numbers[0] ?? ''}.`)).toBe(true);
  }, 900_000);

  /** Each number is enrolled, resent, mistyped, refused by the provider; four codes each. */
  async function useEverything(): Promise<void> {
    const { login, codeFor, twilio } = estate;
    for (let n = 0; n < NUMBERS; n += 1) {
      const companyId = n % 10 === 0 ? await login.company() : lastCompany;
      lastCompany = companyId;
      const userId = `user-${String(n)}`;
      const phoneNumber = exampleNumber(n);
      await login.enrol(companyId, { userId, phoneNumber }, codeFor);
      for (let sent = 0; sent < 3; sent += 1) {
        const { body } = await login.start(companyId, userId, {
          nonce: `nonce-${String(n)}-${String(sent)}-0123456789`,
        });
        const nonce = { nonce: `nonce-${String(n)}-${String(sent)}-0123456789` };
        const code = codeFor(phoneNumber);
        await login.verify(body['id'], otherCode(code), nonce);
        await login.verify(body['id'], code.slice(0, 7), nonce);
        await login.post(body['id'], 'resend');
        await login.call(`/v1/challenges/${String(body['id'])}`);
        await login.verify(body['id'], code, nonce);
        await login.verify(body['id'], code, nonce);
      }
      twilio.behave(refuse(400, 21211));
      await login.start(companyId, userId);
      twilio.behave();
      await login.call(`/v1/companies/${companyId}/employees`);
      await login.call(`/v1/companies/${companyId}/employees/${userId}/reset`, {
        body: { reason: 'lost' },
      });
      await login.call(`/v1/companies/${companyId}/audit-events?limit=200`);
      await login.call(`/v1/companies/${companyId}/employees/x-${userId}`, {
        method: 'PUT',
        body: { phoneNumber },
      });
      await login.call(`/v1/companies/${companyId}/employees/y-${userId}`, {
        method: 'PUT',
        body: { phoneNumber: `${phoneNumber}0000000` },
      });
    }
  }
  let lastCompany = '';

  async function everywhere(): Promise<Found> {
    const { services, redis, database } = estate;
    const found: Found = new Map([['answers', answers.join('\n')]]);
    for (const service of services) {
      found.set(`logs of ${service.url}`, service.output());
      found.set(
        `metrics of ${service.url}`,
        await (await fetch(`${service.internalUrl}/metrics`)).text(),
      );
    }
    found.set('redis', await dumpRedis(redis.port));
    for (const [table, rows] of await dumpTables(database.url)) found.set(`table ${table}`, rows);
    return found;
  }
});

/** Every key with its value, whatever its type. */
async function dumpRedis(port: number): Promise<string> {
  const script = `local out = {} for _, key in ipairs(redis.call('KEYS', '*')) do
    local kind = redis.call('TYPE', key).ok
    local value = kind == 'hash' and redis.call('HGETALL', key)
      or kind == 'zset' and redis.call('ZRANGE', key, 0, -1)
      or kind == 'string' and { redis.call('GET', key) } or { kind }
    out[#out + 1] = key .. ' ' .. table.concat(value, ' ') end return out`;
  const dump = await cli(port, 'eval', script, '0');
  expect(dump.length).toBeGreaterThan(1_000);
  return dump;
}

/** Every row as text, and every binary column once more as the bytes it holds. */
async function dumpTables(url: string): Promise<Found> {
  const tables = await runOn(
    url,
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  const found: Found = new Map();
  for (const { name } of tables) {
    const rows = await runOn(url, `SELECT t::text AS row FROM ${String(name)} t`);
    const text = rows.map(({ row }) => String(row)).join('\n');
    const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    found.set(String(name), `${text}\n${bytes.join('\n')}`);
  }
  expect(found.size).toBeGreaterThan(5);
  return found;
}
