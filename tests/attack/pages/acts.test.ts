/** What a person does on a hosted page over real stores: ask anew, enrol, put off; and what step-ups prove. */

import { randomBytes } from 'node:crypto';

import { decodeJwt, decodeProtectedHeader } from 'jose';

import type { JwksDocument } from '../../../src/client/jwks.js';
import { verifyToken } from '../../../src/client/verify-token.js';
import type { PageId } from '../../../src/domain/ids.js';
import type { LoginService } from '../../support/login-service.js';
import { exampleNumber } from '../../support/people.js';
import { openBench, type Bench } from '../sending/bench.js';
import { MINUTE, NONCE, People, told, type Someone } from '../sending/people.js';

const RETURN_URL = 'https://login.acme.example/back';
const newBrowser = () => randomBytes(32).toString('base64url');

describe('acts on a hosted page', () => {
  let bench: Bench;
  let login: LoginService;
  let people: People;
  beforeAll(async () => {
    bench = await openBench();
    login = await bench.newClient(['challenges'], { 'return-urls': [RETURN_URL] });
    people = new People(bench, await bench.login.company());
  });
  afterAll(() => bench.close());

  const pages = () => bench.parts.useCases;
  const call = () => ({
    correlationId: 'test',
    deadlineMs: performance.now() + 20_000,
    idempotencyKey: null,
  });
  const redeem = (id: unknown, returnCode: unknown) =>
    login.post(id, 'redeem', { nonce: NONCE, returnCode });

  async function arrived(someone: Someone, more: object = {}) {
    const body = { nonce: NONCE, returnUrl: RETURN_URL, state: 'keep me', ...more };
    const started = await login.start(someone.companyId, someone.userId, body);
    const pageId = String(started.body['url']).split('/').at(-1) as PageId;
    const visit = { pageId, browserSecret: newBrowser() };
    await pages().bindPage(visit);
    const { phoneNumber } = someone;
    const verify = () =>
      pages().verifyOnPage(call(), { ...visit, code: bench.codeFor(phoneNumber) });
    const back = async () => new URL(await pages().redirectBack(visit)).searchParams;
    return { ...someone, started, id: started.body['id'], visit, verify, back };
  }

  it('decision 24: an expired code: another challenge under the same page, nonce and way back', async () => {
    const { id, visit, verify, back } = await arrived(await people.enrolled());
    expect(await pages().restartOnPage(call(), { ...visit, channel: null })).toMatchObject({ id });
    await bench.age(6 * MINUTE);
    expect(await pages().showPage(visit)).toMatchObject({ challenge: { status: 'expired' } });
    await expect(verify()).rejects.toMatchObject({ code: 'challenge_expired' });
    const [one, other] = await Promise.allSettled([
      pages().restartOnPage(call(), { ...visit, channel: null }),
      pages().restartOnPage(call(), { ...visit, channel: null }),
    ]);
    const restarted = [one, other].flatMap((each) =>
      each.status === 'fulfilled' && each.value.status === 'pending' ? [each.value.id] : [],
    );
    expect(new Set(restarted).size).toBe(1);
    expect(restarted[0]).not.toBe(id);
    await verify();
    const carried = await back();
    expect([carried.get('challengeId'), carried.get('state')]).toEqual([restarted[0], 'keep me']);
    expect(told(await redeem(restarted[0], carried.get('returnCode')))).toBe('200 approved');
  });

  it('a page is over an hour after the login service last asked for it', async () => {
    const { visit } = await arrived(await people.enrolled());
    await bench.age(61 * MINUTE);
    await expect(pages().showPage(visit)).rejects.toMatchObject({ code: 'challenge_not_found' });
    await expect(pages().restartOnPage(call(), { ...visit, channel: null })).rejects.toMatchObject({
      code: 'challenge_not_found',
    });
  });

  it('what the person ended stays ended: there is no new code on its page', async () => {
    const { visit } = await arrived(await people.enrolled());
    await pages().cancelOnPage(call(), visit);
    await expect(pages().restartOnPage(call(), { ...visit, channel: null })).rejects.toMatchObject({
      code: 'challenge_canceled',
    });
  });

  it('R090, decision 43: an enrolment takes its number on the page alone, and ends in the sign-in token', async () => {
    const { started, id, visit, verify, back, phoneNumber } = await arrived(people.stranger());
    expect(told(await people.give(id, phoneNumber))).toBe('404 challenge_not_found');
    const { version: noticeVersion } = await pages().getPageNotice({ ...visit, locale: 'en' });
    const own = await login.post(id, 'enrolment', { phoneNumber, noticeVersion });
    expect(told(own)).toBe('409 challenge_on_page');
    const enrolment = { ...visit, phoneNumber, noticeVersion, channel: null, locale: 'en' };
    await pages().enrolOnPage(call(), { ...enrolment, phoneNumber: exampleNumber(999) });
    const sent = await pages().enrolOnPage(call(), enrolment);
    expect(sent.url).toBe(started.body['url']);
    await verify();
    const redeemed = await redeem(id, (await back()).get('returnCode'));
    expect(decodeProtectedHeader(String(redeemed.body['token'])).typ).toBe('assay-sign-in+jwt');
  });

  it('decision 24: "not now" redeems as skipped for its own browser alone, never 2xx', async () => {
    const someone = people.stranger(await bench.login.company());
    const deadline = ['--enforce-from', '2099-01-01T00:00:00Z', '--reason', 'a long time yet'];
    await bench.policySet(someone.companyId, ...deadline);
    const { id, visit, back } = await arrived(someone);
    await pages().skipOnPage(call(), visit);
    expect(await pages().showPage(visit)).toMatchObject({ challenge: { status: 'skipped' } });
    expect(told(await redeem(id, newBrowser()))).toBe('409 challenge_canceled');
    const returnCode = (await back()).get('returnCode');
    expect(told(await redeem(id, returnCode))).toBe('409 enrolment_skipped');
    const bound = await arrived(people.stranger());
    await expect(pages().skipOnPage(call(), bound.visit)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  it('decision 35: fills the code in on our own page alone', async () => {
    const { phoneNumber } = await arrived(await people.enrolled());
    expect(bench.textsTo(phoneNumber).at(-1)).toMatch(/\n\n@[a-z0-9.]+ #\d{6}$/);
  });

  it('decision 22: a step-up ignores the mode and proves one action of one person, R069 by a type of its own', async () => {
    const someone = await people.enrolled(people.stranger(await bench.login.company()));
    await bench.policySet(someone.companyId, '--mode', 'off', '--reason', 'the operator says so');
    const step = { purpose: 'step_up', action: 'weaken_policy', nonce: NONCE };
    const { body } = await login.start(someone.companyId, someone.userId, step);
    const approved = await login.verify(body['id'], bench.codeFor(someone.phoneNumber), {
      nonce: NONCE,
    });
    const token = String(approved.body['token']);
    const { iat = 0, exp, action, aud, iss } = decodeJwt(token);
    expect({ exp, action }).toEqual({ exp: iat + 300, action: 'weaken_policy' });
    const jwks = (await login.call('/.well-known/jwks.json')).body as unknown as JwksDocument;
    const { userId } = someone;
    const expected = { jwks, issuer: String(iss), audience: String(aud), nonce: NONCE, userId };
    const stepUp = { ...expected, purpose: 'step_up', action: 'weaken_policy' } as const;
    expect(await verifyToken(token, stepUp)).toMatchObject({ action: 'weaken_policy' });
    await expect(verifyToken(token, { ...stepUp, action: 'view_phone' })).rejects.toMatchObject({
      reason: 'action',
    });
    await expect(verifyToken(token, expected)).rejects.toMatchObject({ reason: 'type' });
    await expect(verifyToken(token, { ...expected, purpose: 'step_up' })).rejects.toThrow(
      TypeError,
    );
  });

  it('decision 22: nothing stands in for a factor that is not there', async () => {
    const step = { purpose: 'step_up', action: 'remove_phone' };
    const answer = await people.start(people.stranger(), step);
    expect(told(answer)).toBe('409 no_factor');
  });

  it('goes with its client: a revoked one has no pages', async () => {
    const { visit } = await arrived(await people.enrolled());
    const known = await bench.parts.pending.pages.read(visit.pageId);
    await bench.sql(
      `UPDATE clients SET revoked_at = now() WHERE client_id = '${String(known?.clientId)}'`,
    );
    await bench.parts.durable.directory.refresh();
    await expect(pages().showPage(visit)).rejects.toMatchObject({ code: 'challenge_not_found' });
    await expect(pages().bindPage(visit)).rejects.toMatchObject({ code: 'challenge_not_found' });
    login = await bench.newClient(['challenges'], { 'return-urls': [RETURN_URL] });
  });
});
