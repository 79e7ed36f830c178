/** What a code is good for, and what it is not, through the API alone. */

import { openInProcess, type InProcess } from '../support/in-process.js';
import type { Answer } from '../support/login-service.js';
import { exampleNumber, otherCode } from '../support/people.js';

/** As well-formed as this one, and unknown. */
const otherId = (id: unknown) => String(id).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));

const NONCE = { nonce: 'browser-0123456789' };

describe('a code', () => {
  let assay: InProcess;
  let companyId: string;
  let next = 0;
  beforeAll(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
  }, 180_000);
  afterAll(() => assay.close());

  /** Somebody new with a proven phone, and a fresh challenge on it. */
  async function pending(more: object = {}) {
    const person = { userId: `user-${next}`, phoneNumber: exampleNumber(next++) };
    await assay.login.enrol(companyId, person, assay.codeFor);
    const { id } = await assay.login.begin(companyId, person.userId, more);
    return { ...person, id, code: assay.codeFor(person.phoneNumber) };
  }

  const codeOf = ({ status, body }: Answer) =>
    `${status} ${String(body['code'] ?? body['status'])}`;

  async function failuresOf(userId: string): Promise<unknown> {
    const { body } = await assay.login.call(`/v1/companies/${companyId}/employees/${userId}`);
    return body['failures'];
  }

  it('R003: lives five minutes, and neither guesses nor questions extend it', async () => {
    const { id, code } = await pending();
    const read = async () => (await assay.login.call(`/v1/challenges/${id}`)).body;
    const { expiresAt, delivery } = await read();
    const sentAt = Date.parse((delivery as { updatedAt: string }).updatedAt);
    // Sending takes some of it.
    expect((Date.parse(String(expiresAt)) - sentAt) / 1_000).toBeCloseTo(300, -2);
    await assay.login.verify(id, otherCode(code));
    await assay.login.post(id, 'resend');
    expect(await read()).toMatchObject({ expiresAt, attemptsRemaining: 4 });
  });

  it('R016: is worth nothing once it was used, and the audit tells of the replay', async () => {
    const { id, code, userId } = await pending();
    expect(codeOf(await assay.login.verify(id, code))).toBe('200 approved');
    expect(codeOf(await assay.login.verify(id, code))).toBe('409 challenge_approved');
    const audit = `/v1/companies/${companyId}/audit-events?userId=${userId}&kind=challenge.replayed`;
    expect((await assay.login.call(audit)).body['items']).toHaveLength(1);
  });

  it('R017, R024: that proved a number opens no other challenge, of this person or another', async () => {
    const [one, other] = [await pending(), await pending()];
    expect(codeOf(await assay.login.verify(other.id, one.code))).toBe('422 code_incorrect');
    expect(codeOf(await assay.login.verify(one.id, one.code))).toBe('200 approved');
    const { body } = await assay.login.start(companyId, one.userId);
    expect(codeOf(await assay.login.verify(body['id'], one.code))).toBe('422 code_incorrect');
  });

  it('R021: that is right clears the failures of its person and of nobody else', async () => {
    const [one, other] = [await pending(), await pending()];
    await assay.login.verify(other.id, otherCode(other.code));
    for (let n = 1; n <= 4; n += 1) await assay.login.verify(one.id, otherCode(one.code, n));
    expect(await failuresOf(one.userId)).toBe(4);
    await assay.login.verify(one.id, one.code);
    expect([await failuresOf(one.userId), await failuresOf(other.userId)]).toEqual([0, 1]);
  });

  it('R022, R025: charges nobody for guesses from outside, without the nonce or by another client', async () => {
    const { id, code, userId } = await pending(NONCE);
    const foreign = await assay.newClient(['challenges']);
    const answers = [
      await foreign.verify(id, code, NONCE),
      await assay.login.verify(id, code),
      await assay.login.verify(id, code, { nonce: 'browser-9876543210' }),
      await assay.login.verify(otherId(id), code, NONCE),
    ];
    expect(answers.map(codeOf)).toEqual(Array(4).fill('404 challenge_not_found'));
    const bare = await assay.login.call(`/v1/challenges/${id}/verify`, {
      body: { code, ...NONCE },
      headers: { authorization: 'Bearer assay_wrong' },
    });
    expect(bare.status).toBe(401);
    expect(await failuresOf(userId)).toBe(0);
    expect(codeOf(await assay.login.verify(id, code, NONCE))).toBe('200 approved');
  });

  it('R023: is refused in the same words whether the challenge is unknown, foreign or of another nonce', async () => {
    const { id, code } = await pending(NONCE);
    const foreign = await assay.newClient(['challenges']);
    const answers = [
      await assay.login.verify(otherId(id), code, NONCE),
      await foreign.verify(id, code, NONCE),
      await assay.login.verify(id, code, { nonce: 'browser-9876543210' }),
    ];
    const shown = answers.map(({ body: { instance: _, ...rest } }) => JSON.stringify(rest));
    expect(new Set(shown).size).toBe(1);
  });

  it('R027: is never nothing in any of its forms, in whatever state the challenge is', async () => {
    const nothings = ['', ' ', null, 'null', 'undefined', false, 0, [], {}, { $ne: '' }, [['1']]];
    const { id, code } = await pending();
    const waiting = await assay.login.start(companyId, `nobody-${next++}`);
    const statuses = async (of: unknown) =>
      new Set(
        await Promise.all(nothings.map(async (it) => (await assay.login.verify(of, it)).status)),
      );
    expect(await statuses(id)).toEqual(new Set([400]));
    expect(await statuses(waiting.body['id'])).toEqual(new Set([409]));
    expect(codeOf(await assay.login.verify(id, code))).toBe('200 approved');
    expect(await statuses(id)).toEqual(new Set([400]));
  });

  it('R067, R074: becomes a token that says what happened and travels in the body alone', async () => {
    const { id, code } = await pending(NONCE);
    const { body, headers } = await assay.login.verify(id, code, NONCE);
    const token = String(body['token']);
    const claims: unknown = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims).toMatchObject({ amr: ['otp', 'sms'], nonce: NONCE.nonce, challenge_id: id });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(JSON.stringify([...headers])).not.toContain(token);
  });
});
