/** An approval whose request was told 503 is taken back; what a retry meets until then. */

import { StoreUnavailableError } from '../../src/app/errors.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import { answered } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';

describe('a right code whose answer was 503', () => {
  let assay: InProcess;
  let companyId: string;
  beforeAll(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
  }, 180_000);
  afterAll(() => assay.close());

  it('decision 4: is told 503 again until the approval is taken back, then approves', async () => {
    const person = { userId: 'user-1', phoneNumber: exampleNumber(1) };
    const { id } = await assay.login.begin(companyId, person.userId);
    await assay.login.enterNumber(companyId, id, person.phoneNumber);
    const code = assay.codeFor(person.phoneNumber);
    const { ledger } = assay.parts.durable;
    const [record, withdraw] = [ledger.record.bind(ledger), ledger.withdraw.bind(ledger)];
    ledger.withdraw = () => Promise.reject(new StoreUnavailableError('postgres', 'away'));
    ledger.record = async (...attempt) => {
      await record(...attempt);
      throw new StoreUnavailableError('postgres', 'reply lost');
    };
    expect((await assay.login.verify(id, code)).status).toBe(503);
    ledger.record = record;

    const retried = await assay.login.verify(id, code);
    expect(retried.body).toMatchObject({ status: 503, code: 'temporarily_unavailable' });
    expect(retried.headers.get('retry-after')).not.toBeNull();

    ledger.withdraw = withdraw;
    const approved = await answered(() => assay.login.verify(id, code));
    expect(approved.body).toMatchObject({ status: 'approved' });
    expect((await assay.login.verify(id, code)).body).toMatchObject({ code: 'challenge_approved' });
  });
});
