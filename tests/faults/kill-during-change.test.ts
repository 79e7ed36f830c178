/** Assay dies in the middle of a change of number. */

import { answered } from '../support/login-service.js';
import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber } from '../support/people.js';

describe('a kill between the code to the new number and its approval', () => {
  let estate: Estate;
  beforeAll(async () => {
    estate = await openEstate();
  }, 180_000);
  afterAll(() => estate.close());

  it('R050: leaves the old number as it was, and the change can be finished', async () => {
    const { codeFor } = estate;
    const companyId = await estate.login.company();
    const [from, to] = [exampleNumber(1), exampleNumber(2)];
    const userId = 'u-1';
    await estate.login.enrol(companyId, { userId, phoneNumber: from }, codeFor);
    const proof = await estate.login.begin(companyId, userId, {
      ...{ purpose: 'step_up', action: 'change_phone' },
    });
    const { body } = await answered(() => estate.login.verify(proof.id, codeFor(from), {}, 'v-1'));
    const notice = await answered(() => estate.login.call(`/v1/companies/${companyId}/notice`));
    const change = await answered(() =>
      estate.login.call(`/v1/companies/${companyId}/employees/${userId}/phone`, {
        body: { phoneNumber: to, noticeVersion: notice.body['version'] },
        headers: { 'assay-step-up': String(body['token']), 'idempotency-key': 'change-1' },
      }),
    );
    expect(change.status).toBe(201);
    const [service] = estate.services;
    if (!service) throw new Error('no instance');
    await service.kill();
    await estate.relaunch(service);

    const signIn = await estate.login.begin(companyId, userId);
    const code = codeFor(from);
    const approved = await answered(() => estate.login.verify(signIn.id, code, {}, 'v-2'));
    expect(approved.body).toMatchObject({ status: 'approved' });
    const id = String(change.body['id']);
    const proven = await answered(() => estate.login.verify(id, codeFor(to), {}, 'v-3'));
    expect(proven.body).toMatchObject({ status: 'approved', challengeId: id });
    const shown = await answered(() =>
      estate.login.call(`/v1/companies/${companyId}/employees/${userId}`),
    );
    expect(shown.body).toMatchObject({
      factor: { maskedDestination: `•••• ${to.slice(-2)}` },
    });
  }, 180_000);
});
