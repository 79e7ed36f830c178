/** What must look alike, what must not be guessable, and what is no code, over HTTP in one process. */

import { randomBytes } from 'node:crypto';

import type { Answer, LoginService } from '../../support/login-service.js';
import { openInProcess, type InProcess } from '../../support/in-process.js';
import { exampleNumber, otherCode } from '../../support/people.js';
import { told } from './sign-in.js';

const NONCE = 'n'.repeat(32);
let assay: InProcess;
let stranger: LoginService;
let companyId: string;
beforeAll(async () => {
  assay = await openInProcess();
  stranger = await assay.newClient(['challenges']);
  companyId = await assay.login.company();
});
afterAll(() => assay.close());

async function challenge(
  n: number,
  more: object = { nonce: NONCE },
): Promise<{ id: string; code: string }> {
  const userId = `user-${String(n)}`;
  const { id } = await assay.login.begin(companyId, userId, more);
  await assay.login.enterNumber(companyId, id, exampleNumber(n));
  return { id, code: assay.codeFor(exampleNumber(n)) };
}

const remaining = async (id: string) =>
  (await assay.login.call(`/v1/challenges/${id}`)).body['attemptsRemaining'];

const inDigitsFrom = (zero: number, code: string) =>
  code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** Without what names the request itself. */
function shape({ status, headers, body }: Answer): unknown {
  const { instance: _instance, requestId: _requestId, ...rest } = body;
  const names = [...headers.keys()].filter((name) => name !== 'date').sort();
  return { status, names, length: JSON.stringify(body).length, rest };
}

it('R011, R022, R025, R044, V19, V44: unknown, foreign, forged and wrongly bound are one and the same 404, uncharged', async () => {
  const { id, code } = await challenge(0);
  const random = `chl_${id.slice(4, 7)}${randomBytes(18).toString('base64url')}`;
  const partition = id.slice(4, 7) === '000' ? '001' : '000';
  const forged = `chl_${partition}${id.slice(7)}`;
  const nonce = { nonce: NONCE };
  const answers = [
    await assay.login.verify(random, code, nonce),
    await stranger.verify(id, code, nonce),
    await assay.login.verify(forged, code, nonce),
    await assay.login.verify(id, code),
    await assay.login.verify(id, code, { nonce: 'm'.repeat(32) }),
    await assay.login.verify(id, 'no code', { nonce: 'm'.repeat(32) }),
    await assay.login.verify('chl_', code, nonce),
    await assay.login.verify(`${id}%0A`, code, nonce),
    await assay.login.verify(`${id}%00`, code, nonce),
    await assay.login.verify(`%7B${id}%7D`, code, nonce),
    await assay.login.verify(encodeURIComponent(`${id} *`), code, nonce),
    await assay.login.verify('__proto__', code, nonce),
  ];
  const [first, ...others] = answers.map(shape);
  expect(first).toMatchObject({ status: 404, rest: { code: 'challenge_not_found' } });
  for (const other of others) expect(other).toEqual(first);
  for (const action of ['resend', 'cancel']) {
    expect(told(await stranger.post(id, action))).toBe('challenge_not_found');
  }
  expect(told(await stranger.call(`/v1/challenges/${id}`))).toBe('challenge_not_found');
  expect(await remaining(id)).toBe(5);
  expect(told(await assay.login.verify(id, code, nonce))).toBe('approved');
});

it('R010, R027, V08, V09, V45: what is no code is neither charged nor accepted, before and after an end', async () => {
  const { id, code } = await challenge(1, {});
  const asArabic = inDigitsFrom(0x660, code);
  const asWide = inDigitsFrom(0xff10, code);
  const nothing: unknown[] = [
    '',
    null,
    'undefined',
    'null',
    'NaN',
    true,
    {},
    [],
    [code],
    [code, code],
    { $ne: '' },
    { code },
    Number(code),
    `${code}0`,
    code.slice(1),
    `+${code}`,
    `${code}.0`,
    `0x${code}`,
    `${code}\u0000`,
    asArabic,
    asWide,
    code.repeat(2_000),
  ];
  for (const input of nothing) {
    const answer = await assay.login.verify(id, input);
    expect({ input, status: answer.status, told: told(answer) }).toEqual({
      input,
      status: 400,
      told: 'invalid_request',
    });
  }
  expect(await remaining(id)).toBe(5);
  const spaced = ` ${code.slice(0, 3)}-${code.slice(3)}\n`;
  expect(told(await assay.login.verify(id, spaced))).toBe('approved');
  for (const input of nothing) {
    expect((await assay.login.verify(id, input)).status).toBe(400);
  }
  expect(told(await assay.login.verify(id, spaced))).toBe('challenge_approved');
});

it('R010, R013: five spellings of wrong codes are five tries, and then the right one is refused', async () => {
  const { id, code } = await challenge(2, {});
  const wrong = otherCode(code);
  const spellings = [wrong, ` ${wrong}`, `${wrong}\n`, wrong.split('').join(' '), `${wrong}-`];
  for (const [n, spelling] of spellings.entries()) {
    const answer = await assay.login.verify(id, spelling);
    expect(answer.body).toMatchObject({ code: 'code_incorrect', attemptsRemaining: 4 - n });
  }
  expect(told(await assay.login.verify(id, code))).toBe('max_attempts_reached');
  const shown = await assay.login.call(`/v1/challenges/${id}`);
  expect(shown.body).toEqual({ id, status: 'max_attempts_reached' });
});

it('R024, V19: a code is wrong in every challenge but its own, and charged there', async () => {
  const [mine, theirs] = [await challenge(3, {}), await challenge(4, {})];
  expect(await assay.login.verify(theirs.id, mine.code)).toMatchObject({
    status: 422,
    body: { code: 'code_incorrect', attemptsRemaining: 4 },
  });
  expect(await remaining(mine.id)).toBe(5);
  expect(told(await assay.login.verify(mine.id, mine.code))).toBe('approved');
  expect(told(await assay.login.verify(theirs.id, theirs.code))).toBe('approved');
});

it('R026, R027, V15, V34, V36: no state but the one with a code leads to a token', async () => {
  const waiting = await assay.login.start(companyId, 'user-9');
  const { id: canceled, code } = await challenge(5, {});
  await assay.login.post(canceled, 'cancel');
  expect(told(await assay.login.verify(waiting.body['id'], '000000'))).toBe('code_not_sent');
  expect(told(await assay.login.verify(canceled, code))).toBe('challenge_canceled');
  expect(told(await assay.login.post(canceled, 'resend'))).toBe('challenge_canceled');
  expect((await assay.login.post(canceled, 'cancel')).body).toEqual({
    id: canceled,
    status: 'canceled',
  });
  const notice = await assay.login.call(`/v1/companies/${companyId}/notice`);
  const body = { phoneNumber: exampleNumber(6), noticeVersion: notice.body['version'] };
  expect(told(await assay.login.post(canceled, 'enrolment', body))).toBe('challenge_canceled');
});

it('decisions 3, 4: who comes second to an approval that is then withdrawn does not use the code up', async () => {
  const { id, code } = await challenge(7, {});
  const { pending, durable } = assay.parts;
  const clientId = (await pending.challenges.read(id as never, ownId() as never))?.clientId;
  expect(clientId).toBeDefined();
  const command = {
    id: id as never,
    clientId: ownId() as never,
    attemptId: 'first' as never,
    door: null,
    exchange: null,
    nonceDigest: null,
    digests: durable.codes.candidates(id as never, code),
    digits: code.length,
    idempotency: null,
    counter: null,
  };
  const compared = await pending.challenges.attempt(command);
  if (compared.kind !== 'match') throw new Error(compared.kind);
  const first = { ...command, challengeId: command.id, matched: true, tokenTtlSeconds: 120 };
  const attempt = { ...first, subject: compared.subject };
  await durable.ledger.record(attempt, performance.now() + 5_000);
  expect(told(await assay.login.verify(id, code))).toBe('challenge_approved');
  await durable.ledger.withdraw(attempt);
  expect(told(await assay.login.verify(id, code))).toBe('approved');
});

/** The client that the tests' own credential belongs to. */
function ownId(): string {
  const client = assay.parts.durable.directory.find(assay.login.credential);
  return client?.clientId ?? 'nobody';
}
