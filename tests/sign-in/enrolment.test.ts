/** How a phone becomes somebody's second factor, and what it takes. */

import { openInProcess, type InProcess } from '../support/in-process.js';
import type { Answer } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';

describe('an enrolment', () => {
  let assay: InProcess;
  let companyId: string;
  let next = 100;
  const fresh = () => ({ userId: `user-${next}`, phoneNumber: exampleNumber(next++) });
  beforeAll(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
  }, 180_000);
  afterAll(() => assay.close());

  const codeOf = ({ status, body }: Answer) =>
    `${status} ${String(body['code'] ?? body['status'])}`;
  const employee = (userId: string) => `/v1/companies/${companyId}/employees/${userId}`;
  const noticeVersion = async () =>
    (await assay.login.call(`/v1/companies/${companyId}/notice`)).body['version'];

  async function give(id: unknown, phoneNumber: string): Promise<Answer> {
    const body = { phoneNumber, noticeVersion: await noticeVersion() };
    return assay.login.post(id, 'enrolment', body);
  }

  it('R026: gives no token and sends nothing out of its order', async () => {
    const { userId, phoneNumber } = fresh();
    const { body } = await assay.login.start(companyId, userId);
    const { id } = body;
    expect(codeOf(await assay.login.verify(id, '123456'))).toBe('409 code_not_sent');
    expect(codeOf(await assay.login.post(id, 'resend'))).toBe('409 code_not_sent');
    await assay.login.post(id, 'cancel');
    expect(codeOf(await give(id, phoneNumber))).toBe('409 challenge_canceled');
    expect(codeOf(await assay.login.verify(id, '123456'))).toBe('409 challenge_canceled');
    expect(assay.textsTo(phoneNumber)).toEqual([]);
  });

  it.each([undefined, 'en-000000000000', ''])(
    'R099: needs the version of the notice that is shown today, not %j',
    async (version) => {
      const { userId, phoneNumber } = fresh();
      const { body } = await assay.login.start(companyId, userId);
      const given = { phoneNumber, noticeVersion: version };
      const refused = await assay.login.post(body['id'], 'enrolment', given);
      expect(codeOf(refused)).toBe('400 invalid_request');
      expect(JSON.stringify(refused.body)).toContain('#/noticeVersion');
      expect(assay.textsTo(phoneNumber)).toEqual([]);
    },
  );

  it('R034: takes no number outside the countries of the company or of the operator', async () => {
    const narrow = await assay.login.company();
    const { headers } = await assay.login.call(`/v1/companies/${narrow}/policy`);
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const put = { method: 'PUT', body: { countries: ['GB'] }, headers: ifMatch };
    await assay.login.call(`/v1/companies/${narrow}/policy`, put);
    for (const [company, phoneNumber] of [
      [narrow, '+33612345678'],
      [companyId, '+919876543210'],
    ] as const) {
      const { body } = await assay.login.start(company, fresh().userId);
      const refused = await give(body['id'], phoneNumber);
      expect(codeOf(refused)).toBe('422 destination_not_allowed');
      expect(assay.textsTo(phoneNumber)).toEqual([]);
    }
  });

  it('R046: takes a number for proven by its code alone, never by word', async () => {
    const { userId, phoneNumber } = fresh();
    for (const word of [{ verified: true }, { status: 'active' }, { verifiedAt: '2026-11-22' }]) {
      const put = { method: 'PUT', body: { phoneNumber, ...word } };
      expect(codeOf(await assay.login.call(employee(userId), put))).toBe('400 invalid_request');
    }
    await assay.login.call(employee(userId), { method: 'PUT', body: { phoneNumber } });
    const started = await assay.login.start(companyId, userId);
    expect(started.body).toMatchObject({ status: 'enrolment_required' });
    expect(assay.textsTo(phoneNumber)).toEqual([]);
  });

  it('R049: of a corrected number takes the code of that number, not of the one before', async () => {
    const [{ userId, phoneNumber: typo }, { phoneNumber }] = [fresh(), fresh()];
    const { body } = await assay.login.start(companyId, userId);
    await give(body['id'], typo);
    await give(body['id'], phoneNumber);
    const refused = await assay.login.verify(body['id'], assay.codeFor(typo));
    expect(codeOf(refused)).toBe('422 code_incorrect');
    await assay.login.verify(body['id'], assay.codeFor(phoneNumber));
    const shown = await assay.login.call(employee(userId));
    expect(shown.body).toMatchObject({
      factor: { maskedDestination: `•••• ${phoneNumber.slice(-2)}` },
    });
  });

  it('R055: says the same of a number whether it is somebody else’s or nobody’s', async () => {
    const [first, second] = [fresh(), fresh()];
    await assay.login.enrol(companyId, first, assay.codeFor);
    const { body } = await assay.login.start(companyId, second.userId);
    const taken = await give(body['id'], first.phoneNumber);
    expect([taken.status, Object.keys(taken.body).sort()]).toEqual([
      201,
      Object.keys((await give((await start()).body['id'], fresh().phoneNumber)).body).sort(),
    ]);
    const approved = await assay.login.verify(body['id'], assay.codeFor(first.phoneNumber));
    expect(codeOf(approved)).toBe('200 approved');

    function start() {
      return assay.login.start(companyId, fresh().userId);
    }
  });

  it('R051, R053: is opened by a reset that shows no number, and the removed phone is told', async () => {
    const { userId, phoneNumber } = fresh();
    await assay.login.enrol(companyId, { userId, phoneNumber }, assay.codeFor);
    const seen = [
      await assay.login.call(`${employee(userId)}/reset`, { body: { reason: 'lost phone' } }),
      await assay.login.call(employee(userId)),
      await assay.login.start(companyId, userId),
    ];
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(phoneNumber.slice(3, 11));
    expect(seen[2]?.body).toMatchObject({
      status: 'enrolment_required',
      enrolment: { grant: 'open', canSkip: false },
    });
    const notice = assay.textsTo(phoneNumber).at(-1) ?? '';
    expect(notice).toMatch(/this phone was removed/);
    expect(notice).not.toMatch(/\d{6}/);
  });

  it('R052: is closed without a live grant, and an invitation opens it once', async () => {
    const closed = await assay.login.company();
    await endWindow(closed);
    const { userId, phoneNumber } = fresh();
    const { body } = await assay.login.start(closed, userId);
    expect(body).toMatchObject({ status: 'enrolment_required', enrolment: { grant: 'none' } });
    expect(codeOf(await give(body['id'], phoneNumber))).toBe('403 enrolment_not_open');
    const path = `/v1/companies/${closed}/employees/${userId}`;
    await assay.login.call(path, { method: 'PUT', body: {} });
    await assay.login.call(`${path}/enrolment-grants`, { body: { reason: 'new here' } });
    await assay.login.enrol(closed, { userId, phoneNumber }, assay.codeFor);
    expect((await assay.login.call(path)).body).toMatchObject({ enrolment: null });
  });

  it('decision 19: names the field when a look-alike id is known only since the last read', async () => {
    const { userId, phoneNumber } = fresh();
    const { body } = await assay.login.start(companyId, userId);
    const { messages } = assay.parts.durable;
    const openPending = messages.openPending.bind(messages);
    messages.openPending = async (...written) => {
      await assay.login.call(employee(userId.toUpperCase()), { method: 'PUT', body: {} });
      return openPending(...written);
    };
    const refused = await give(body['id'], phoneNumber);
    messages.openPending = openPending;
    expect(codeOf(refused)).toBe('400 invalid_request');
    expect(refused.body).toMatchObject({ errors: [{ pointer: 'path:challengeId' }] });
    expect(assay.textsTo(phoneNumber)).toEqual([]);
  });

  /** Thirty days and more pass since the policy was switched on. */
  async function endWindow(company: string): Promise<void> {
    await assay.parts.database.query(({ rows }) =>
      rows(
        {
          name: 'test_end_window',
          text: `UPDATE policies SET switched_on_at = now() - interval '31 days',
            enforce_from = now() - interval '31 days' WHERE company_id = $1`,
        },
        [company],
      ),
    );
  }
});
