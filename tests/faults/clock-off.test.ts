/** One instance whose clock is ten minutes off, beside one whose clock is right. */

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { decodeJwt } from 'jose';

import { openEstate, type Estate } from '../support/estate.js';
import { answered, LoginService } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { cli } from '../support/redis.js';
import { ROOT } from '../support/service.js';

const SHIFT_MS = 600_000;
const PRELOAD = join(ROOT, 'tests/support/shifted-clock.mjs');

/** Every key as if it were this much later; what has no time left is gone. */
const AGE = `for _, key in ipairs(redis.call('KEYS', '*')) do
  redis.call('PEXPIRE', key, math.max(0, redis.call('PTTL', key) - tonumber(ARGV[1]))) end`;

describe.each([
  ['ahead', SHIFT_MS],
  ['behind', -SHIFT_MS],
])('an instance whose clock is ten minutes %s', (_direction, shiftMs) => {
  let estate: Estate;
  let right: LoginService;
  let wrong: LoginService;
  let wrongHealth: string;
  let companyId: string;
  beforeAll(async () => {
    estate = await openEstate({ instances: 2 });
    const [straight, other] = estate.services;
    if (!straight || !other) throw new Error('two instances were asked for');
    await other.kill();
    const clock = { NODE_OPTIONS: `--import ${PRELOAD}`, TEST_CLOCK_SHIFT_MS: String(shiftMs) };
    const shifted = await estate.relaunch({ ...other, env: { ...other.env, ...clock } });
    right = new LoginService([straight.url], estate.login.credential);
    wrong = new LoginService([shifted.url], estate.login.credential);
    wrongHealth = shifted.internalUrl;
    companyId = await right.company();
  }, 180_000);
  afterAll(() => estate.close());

  async function enrolled(n: number): Promise<{ userId: string; phoneNumber: string }> {
    const person = { userId: `user-${String(n)}`, phoneNumber: exampleNumber(n) };
    await right.enrol(companyId, person, estate.codeFor);
    return person;
  }

  const databaseSeconds = async (): Promise<number> => {
    const text = `SELECT extract(epoch FROM clock_timestamp())::float8 AS now`;
    return Number((await runOn(estate.database.url, text))[0]?.['now']);
  };

  it('R116: gives a code the same life on both, and takes it on either until the store ends it', async () => {
    const { userId, phoneNumber } = await enrolled(1);
    const { id } = await wrong.begin(companyId, userId);
    const shown = await Promise.all(
      [right, wrong].map((login) => answered(() => login.call(`/v1/challenges/${id}`))),
    );
    expect(shown.map(({ body }) => body['status'])).toEqual(['pending', 'pending']);
    expect(shown[0]?.body['expiresAt']).toBe(shown[1]?.body['expiresAt']);
    const lifeSeconds = Date.parse(String(shown[0]?.body['expiresAt'])) / 1_000;
    expect(Math.abs(lifeSeconds - 300 - (await databaseSeconds()))).toBeLessThan(240);
    await cli(estate.redis.port, 'eval', AGE, '0', '300000');
    const late = await answered(() => wrong.verify(id, estate.codeFor(phoneNumber)));
    expect(late).toMatchObject({ status: 410, body: { code: 'challenge_expired' } });
  });

  it('R116: issues tokens with the time of the row, which the other instance takes', async () => {
    const { userId, phoneNumber } = await enrolled(2);
    const { id } = await right.begin(companyId, userId, {
      ...{ purpose: 'step_up', action: 'change_phone' },
    });
    const key = randomUUID();
    const approved = await answered(() => wrong.verify(id, estate.codeFor(phoneNumber), {}, key));
    const token = String(approved.body['token']);
    const { iat, exp } = decodeJwt(token);
    const text = `SELECT extract(epoch FROM created_at)::float8 AS at FROM attempts
      WHERE challenge_id = '${id}' AND outcome = 'approved'`;
    const rowAt = Number((await runOn(estate.database.url, text))[0]?.['at']);
    expect(iat).toBe(Math.floor(rowAt));
    expect(exp).toBe(Math.floor(rowAt) + 300);
    const notice = await answered(() => right.call(`/v1/companies/${companyId}/notice`));
    const change = {
      body: { phoneNumber: exampleNumber(3), noticeVersion: notice.body['version'] },
      headers: { 'assay-step-up': token, 'idempotency-key': key },
    };
    const path = `/v1/companies/${companyId}/employees/${userId}/phone`;
    // The step-up's life is counted by the database: a clock that is off neither ends nor extends it.
    expect((await answered(() => wrong.call(path, change))).status).toBe(201);
  });

  it('R116: keeps the same gap between two codes', async () => {
    const { userId } = await enrolled(4);
    const { id } = await right.begin(companyId, userId);
    const soon = await answered(() => wrong.post(id, 'resend'));
    expect(soon).toMatchObject({ status: 429, body: { code: 'resend_cooldown' } });
    // The second message within ten minutes: the gap has doubled, and no clock has moved it.
    expect(Number(soon.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });

  it('R116: is found out by its probes and metrics, and stays ready', async () => {
    const told = (await (await fetch(`${wrongHealth}/health/dependencies`)).json()) as {
      parts: { part: string; clockSkewed: boolean; clockSkewMs: number | null }[];
    };
    for (const part of ['postgres', 'redis']) {
      const found = told.parts.find((each) => each.part === part);
      expect(found?.clockSkewed).toBe(true);
      expect(Math.sign(found?.clockSkewMs ?? 0)).toBe(-Math.sign(shiftMs));
    }
    expect((await fetch(`${wrongHealth}/health/ready`)).status).toBe(200);
    let metrics = '';
    while (!/assay_clock_skew_seconds\{part="redis"\} -?[56]\d\d/.test(metrics)) {
      metrics = await (await fetch(`${wrongHealth}/metrics`)).text();
    }
    expect(metrics).toMatch(/assay_clock_skew_seconds\{part="postgres"\} -?[56]\d\d/);
  });
});
