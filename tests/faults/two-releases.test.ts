/** The release before this one and this one side by side: every step on either, and one account of all (R119). */

import { randomUUID } from 'node:crypto';

import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';

import { forgetSends } from '../attack/verify/sign-in.js';
import { answered, type Answer, type LoginService } from '../support/login-service.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { cli } from '../support/redis.js';
import { openUpdate, type Instance, type Update } from './two-releases.scene.js';

let update: Update;
let companyId: string;
beforeAll(async () => {
  update = await openUpdate();
  companyId = await update.before.login.company();
}, 300_000);
afterAll(() => update.close());

const PAIRS: readonly (readonly ['before' | 'now', 'before' | 'now'])[] = [
  ['before', 'now'],
  ['now', 'before'],
];
const loginOf = (which: 'before' | 'now'): LoginService => update[which].login;
const told = ({ status, body }: Answer) =>
  `${String(status)} ${String(body['code'] ?? body['status'])}`;

let people = 0;

/** Somebody with a proven number and no gap to wait for. */
async function enrolled(login: LoginService): Promise<{ userId: string; phoneNumber: string }> {
  const person = { userId: randomUUID(), phoneNumber: exampleNumber((people += 1)) };
  const { status, body } = await login.enrol(companyId, person, update.codeFor);
  if (status !== 200) throw new Error(`enrolment: ${JSON.stringify(body)}`);
  await forgetSends(update);
  return person;
}

/** A code that somebody has in hand. */
async function opened(login: LoginService, more: object = {}) {
  const person = await enrolled(login);
  const { id } = await login.begin(companyId, person.userId, more);
  return { ...person, id, code: update.codeFor(person.phoneNumber) };
}

/** Gaps and tries, not budgets: several codes to one number within a moment. */
const forgetGaps = () =>
  cli(
    update.redis.port,
    'eval',
    `for _, key in ipairs(redis.call('KEYS', 'assay:*')) do
      if string.find(key, '}:[gs]:') then redis.call('DEL', key) end end return 1`,
    '0',
  );

const texts = (phoneNumber: string) =>
  update.twilio.messages.filter(({ form }) => form['To'] === phoneNumber).length;

describe.each(PAIRS)('R119: begun on the release %s, ended on the release %s', (first, second) => {
  it('a sign-in', async () => {
    const { id, code, userId } = await opened(loginOf(first));
    expect(await loginOf(second).call(`/v1/challenges/${id}`)).toMatchObject({
      body: { status: 'pending', attemptsRemaining: 5 },
    });
    expect(await loginOf(second).verify(id, code)).toMatchObject({ status: 200, body: { userId } });
    expect(told(await loginOf(first).verify(id, code))).toBe('409 challenge_approved');
  });

  it('an enrolment, whose number then signs in', async () => {
    const [userId, phoneNumber] = [randomUUID(), exampleNumber((people += 1))];
    const { id } = await loginOf(first).begin(companyId, userId);
    await loginOf(second).enterNumber(companyId, id, phoneNumber);
    expect(told(await loginOf(first).verify(id, update.codeFor(phoneNumber)))).toBe('200 approved');
    await forgetSends(update);
    expect(told(await loginOf(second).start(companyId, userId))).toBe('201 pending');
  });

  it('a code that is sent again is the same code', async () => {
    const { id, code, phoneNumber } = await opened(loginOf(first));
    expect(told(await loginOf(second).post(id, 'resend'))).toBe('429 resend_cooldown');
    await forgetGaps();
    expect(told(await loginOf(second).post(id, 'resend'))).toBe('200 pending');
    expect(update.codeFor(phoneNumber)).toBe(code);
    expect(told(await loginOf(first).verify(id, code))).toBe('200 approved');
  });

  it('wrong codes are counted together: five in all', async () => {
    const { id, code } = await opened(loginOf(first));
    for (const n of [1, 2, 3]) await loginOf(first).verify(id, otherCode(code, n));
    const fourth = await loginOf(second).verify(id, otherCode(code, 4));
    expect(fourth).toMatchObject({ status: 422, body: { attemptsRemaining: 1 } });
    await loginOf(second).verify(id, otherCode(code, 5));
    for (const login of [loginOf(first), loginOf(second)]) {
      expect(told(await login.verify(id, code))).toBe('410 max_attempts_reached');
    }
  });

  it('a number has one budget: used up on the one, refused on the other', async () => {
    const { userId, phoneNumber } = await enrolled(loginOf(first));
    const before = texts(phoneNumber);
    for (let n = 0; n < 5; n += 1) {
      const { id } = await loginOf(first).begin(companyId, userId);
      await loginOf(first).verify(id, update.codeFor(phoneNumber));
      await forgetGaps();
    }
    const sixth = await loginOf(second).start(companyId, userId);
    expect(sixth).toMatchObject({
      status: 429,
      body: { code: 'send_limit_reached', limit: 'number' },
    });
    expect(texts(phoneNumber)).toBe(before + 5);
  });

  it('a start repeated under its key sends nothing more', async () => {
    const { userId, phoneNumber } = await enrolled(loginOf(first));
    const key = randomUUID();
    const started = await loginOf(first).start(companyId, userId, {}, key);
    const sent = texts(phoneNumber);
    const repeated = await loginOf(second).start(companyId, userId, {}, key);
    expect(repeated.body['id']).toBe(started.body['id']);
    expect(texts(phoneNumber)).toBe(sent);
  });

  it('a verify repeated under its key gets the same token, which the other’s keys prove', async () => {
    const { id, code } = await opened(loginOf(first));
    const key = randomUUID();
    const approved = await loginOf(first).verify(id, code, {}, key);
    const repeated = await loginOf(second).verify(id, code, {}, key);
    const [one, again] = [approved, repeated].map(({ body }) => String(body['token']));
    const keys = await jwksOf(update[second]);
    const claims = (token = '') => jwtVerify(token, keys, { algorithms: ['ES256'] });
    expect((await claims(again)).payload).toEqual((await claims(one)).payload);
  });

  it('a policy set on the one holds on the other', async () => {
    const own = await loginOf(first).company();
    const path = `/v1/companies/${own}/policy`;
    const read = await loginOf(first).call(path);
    const changed = await loginOf(first).call(path, {
      method: 'PUT',
      headers: { 'if-match': read.headers.get('etag') ?? '' },
      body: { countries: ['GB'] },
    });
    expect(changed.status).toBe(200);
    const seen = await loginOf(second).call(path);
    expect(seen.body).toMatchObject({ countries: ['GB'], mode: 'required' });
    expect(seen.headers.get('etag')).toBe(changed.headers.get('etag'));
  });
});

it('R015, R119: forty right codes at once on both are one approval', async () => {
  const { id, code } = await opened(update.now.login);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      answered(() => (n % 2 ? update.now : update.before).login.verify(id, code)),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body['code'] === 'challenge_approved')).toHaveLength(39);
  const rows = `SELECT 1 FROM attempts WHERE challenge_id = '${id}' AND outcome = 'approved'`;
  expect(await runOn(update.database.url, rows)).toHaveLength(1);
});

it('R119: the release before does not start anew on the schema of today, and says why', async () => {
  await expect(update.startBefore()).rejects.toThrow(/DATABASE_URL: .*newer/);
});

it('R118, R119: the release before ends on SIGTERM, and what it began goes on', async () => {
  const { id, code } = await opened(update.before.login);
  expect(await update.before.service.stop()).toBe(0);
  expect(told(await update.now.login.verify(id, code))).toBe('200 approved');
});

async function jwksOf({ service }: Instance) {
  const response = await fetch(`${service.url}/.well-known/jwks.json`);
  return createLocalJWKSet((await response.json()) as JSONWebKeySet);
}
