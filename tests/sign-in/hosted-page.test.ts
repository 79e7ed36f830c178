/** In and out of a hosted page: what the redirect brings back, and what nobody else gets. */

import { randomBytes } from 'node:crypto';

import { AnotherBrowserError } from '../../src/app/pages/another-browser.js';
import type { PageId } from '../../src/domain/ids.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import type { Answer, LoginService } from '../support/login-service.js';
import { exampleNumber, otherCode } from '../support/people.js';

const RETURN_URL = 'https://login.acme.example/back?tenant=7';
const NONCE = 'browser-0123456789';

const newBrowser = () => randomBytes(32).toString('base64url');
const told = ({ status, body }: Answer) =>
  `${String(status)} ${String(body['code'] ?? body['status'])}`;

describe('a hosted page', () => {
  let assay: InProcess;
  let login: LoginService;
  let companyId: string;
  let next = 0;
  beforeAll(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
    login = await assay.newClient(['challenges'], undefined, [
      RETURN_URL,
      'https://other.example/',
    ]);
  }, 180_000);
  afterAll(() => assay.close());

  const call = () => ({
    correlationId: 'test',
    deadlineMs: performance.now() + 20_000,
    idempotencyKey: null,
  });
  const pages = () => assay.parts.useCases;
  const pageOf = ({ body }: Answer) => String(body['url']).split('/').at(-1) as PageId;

  /** Somebody with a proven phone whose browser was sent to the page. */
  async function arrived(more: object = {}) {
    const person = { userId: `page-${String(next)}`, phoneNumber: exampleNumber(next++) };
    await assay.login.enrol(companyId, person, assay.codeFor);
    const started = await login.start(companyId, person.userId, {
      ...{ nonce: NONCE, returnUrl: RETURN_URL, state: 'x&y=1' },
      ...more,
    });
    const visit = { pageId: pageOf(started), browserSecret: newBrowser() };
    await pages().bindPage(visit);
    return { ...person, started, visit, id: started.body['id'] };
  }

  async function approved(more: object = {}) {
    const there = await arrived(more);
    const code = assay.codeFor(there.phoneNumber);
    await pages().verifyOnPage(call(), { ...there.visit, code });
    const back = new URL(await pages().redirectBack(there.visit));
    return { ...there, code, back, returnCode: back.searchParams.get('returnCode') };
  }

  const redeem = (id: unknown, returnCode: unknown, nonce = NONCE) =>
    login.post(id, 'redeem', { nonce, returnCode });

  it('decision 24: brings id, state and return code back, and redeems them for the token', async () => {
    const { started, back, id, returnCode, userId } = await approved();
    expect(told(started)).toBe('201 pending');
    expect(back.origin + back.pathname).toBe('https://login.acme.example/back');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      ...{ tenant: '7', challengeId: id, state: 'x&y=1', returnCode },
    });
    const redeemed = await redeem(id, returnCode);
    expect(redeemed).toMatchObject({
      status: 200,
      body: { status: 'approved', userId, nonce: NONCE },
    });
  });

  it('R090: the attacker who mails the page and knows password and nonce gets nothing', async () => {
    const attacker = await arrived();
    // The victim opens the mailed page in another browser than the one it is bound to.
    const victim = { ...attacker.visit, browserSecret: newBrowser() };
    const code = assay.codeFor(attacker.phoneNumber);
    await expect(pages().verifyOnPage(call(), { ...victim, code })).rejects.toThrow(
      AnotherBrowserError,
    );
    await expect(pages().redirectBack(victim)).rejects.toThrow(AnotherBrowserError);
    expect(told(await login.post(attacker.id, 'verify', { code, nonce: NONCE }))).toBe(
      '409 challenge_on_page',
    );

    // Or is the first to open it: then the way back is the victim's alone.
    const { id, visit, returnCode } = await approved();
    const outsider = { ...visit, browserSecret: newBrowser() };
    await expect(pages().bindPage(outsider)).rejects.toThrow(AnotherBrowserError);
    await expect(pages().redirectBack(outsider)).rejects.toThrow(AnotherBrowserError);
    const guess = newBrowser();
    expect(told(await redeem(id, guess))).toBe('404 challenge_not_found');
    expect(told(await redeem(id, returnCode))).toBe('200 approved');
  });

  it('R090: wrong nonce, wrong return code, foreign client and unknown id are told alike', async () => {
    const { id, returnCode } = await approved();
    const foreign = await assay.newClient(['challenges']);
    const answers = [
      await redeem(id, returnCode, 'browser-9876543210'),
      await redeem(id, newBrowser()),
      await foreign.post(id, 'redeem', { nonce: NONCE, returnCode }),
      await redeem(
        String(id).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        returnCode,
      ),
    ];
    expect(new Set(answers.map(told))).toEqual(new Set(['404 challenge_not_found']));
    const bodies = answers.map(({ body }) => ({ ...body, instance: '' }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('R072: fifty parallel redeems, or a lost reply, give one and the same token', async () => {
    const { id, returnCode } = await approved();
    const many = await Promise.all(Array.from({ length: 50 }, () => redeem(id, returnCode)));
    const claims = many
      .filter(({ status }) => status === 200)
      .map(({ body }) => String(body['token']).split('.')[1]);
    expect(claims.length).toBeGreaterThan(0);
    expect(new Set(claims).size).toBe(1);
    const again = await redeem(id, returnCode);
    expect(String(again.body['token']).split('.')[1]).toBe(claims[0]);
  });

  it('tells the redeemer how far a challenge is, if the nonce is right', async () => {
    const { id, visit } = await arrived();
    expect(told(await redeem(id, newBrowser()))).toBe('409 challenge_pending');
    expect(told(await redeem(id, newBrowser(), 'browser-9876543210'))).toBe(
      '404 challenge_not_found',
    );
    await pages().cancelOnPage(call(), visit);
    expect(told(await redeem(id, newBrowser()))).toBe('409 challenge_canceled');
    expect(await pages().showPage(visit)).toMatchObject({ challenge: { status: 'canceled' } });
    expect(new URL(await pages().redirectBack(visit)).searchParams.has('returnCode')).toBe(false);
  });

  it('gives the approving browser the same redirect as often as it asks', async () => {
    const { visit, back } = await approved();
    expect(await pages().redirectBack(visit)).toBe(back.href);
    expect(await pages().showPage(visit)).toMatchObject({ challenge: { status: 'approved' } });
  });

  it('decision 11: a reload finds the same page and renews its way back; the other door is refused', async () => {
    const { started, userId, visit } = await arrived();
    const more = { nonce: NONCE, returnUrl: 'https://other.example/', state: 'second' };
    const again = await login.start(companyId, userId, more);
    expect(again.body).toMatchObject({ id: started.body['id'], url: started.body['url'] });
    const back = new URL(await pages().redirectBack(visit));
    expect([back.origin, back.searchParams.get('state')]).toEqual([
      'https://other.example',
      'second',
    ]);
    const other = await login.start(companyId, userId, { nonce: NONCE });
    expect(other).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/returnUrl' }] } });
  });

  it.each([
    'https://login.acme.example/back',
    'https://login.acme.example/back?tenant=7#x',
    'https://login.acme.example/back?tenant=7&x',
    'https://LOGIN.acme.example/back?tenant=7',
    'https://login.acme.example:443/back?tenant=7',
    'https://login.acme.example/./back?tenant=7',
    'https://login.acme.example//back?tenant=7',
    'https://login.acme.example%2f@evil.example/back?tenant=7',
    'https://evil.example/?https://login.acme.example/back?tenant=7',
    'https://login.acme.example.evil.example/back?tenant=7',
    'https://login.acme.example\\@evil.example/back?tenant=7',
    'http://login.acme.example/back?tenant=7',
    ' https://login.acme.example/back?tenant=7',
    'https://login.acme.example/back?tenant=7\n',
    '//login.acme.example/back?tenant=7',
    'javascript:alert(1)//https://login.acme.example/back?tenant=7',
    'https://login.acme.example/bac%6B?tenant=7',
  ])('R087: sends nobody back to %j', async (returnUrl) => {
    const refused = await login.start(companyId, 'anybody', { nonce: NONCE, returnUrl });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/returnUrl' }] } });
  });

  it.each([
    [{ returnUrl: RETURN_URL }, '#/nonce'],
    [{ nonce: NONCE, state: 'x' }, '#/state'],
    [{ purpose: 'step_up' }, '#/action'],
    [{ action: 'view_phone' }, '#/action'],
    [{ purpose: 'step_up', action: 'open_console' }, '#/action'],
  ])('refuses %j at %s', async (more, pointer) => {
    const refused = await login.start(companyId, 'anybody', more);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('counts wrong codes on a page like any other, and takes none through the API', async () => {
    const { id, visit, phoneNumber } = await arrived();
    const code = assay.codeFor(phoneNumber);
    const wrong = pages().verifyOnPage(call(), { ...visit, code: otherCode(code) });
    await expect(wrong).rejects.toMatchObject({
      code: 'code_incorrect',
      facts: { attemptsRemaining: 4 },
    });
    for (const tried of [code, otherCode(code)]) {
      expect(told(await login.verify(id, tried, { nonce: NONCE }))).toBe('409 challenge_on_page');
    }
    expect((await login.call(`/v1/challenges/${String(id)}`)).body).toMatchObject({
      attemptsRemaining: 4,
    });
  });

  it('a code entered on the page under a key fetches no token at the API under the same key', async () => {
    const { id, visit, phoneNumber } = await arrived();
    const code = assay.codeFor(phoneNumber);
    await pages().verifyOnPage(
      { ...call(), idempotencyKey: 'form-1234567890' },
      { ...visit, code },
    );
    const tried = await login.verify(id, code, { nonce: NONCE }, 'form-1234567890');
    expect(told(tried)).toBe('409 challenge_approved');
  });
});
