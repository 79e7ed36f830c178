/** One token for each challenge, in one process on its own store. */

import { answered } from '../support/login-service.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { openInProcess, type InProcess } from '../support/in-process.js';

const ROUNDS = 200;
const SUBMISSIONS = 50;

describe('the in-process store under parallel submissions', () => {
  let service: InProcess;
  let companyId: string;
  beforeAll(async () => {
    service = await openInProcess();
    companyId = await service.login.company();
  }, 180_000);
  afterAll(() => service.close());

  async function challenge(n: number): Promise<{ id: unknown; code: string }> {
    const phoneNumber = exampleNumber(n);
    const { login } = service;
    const started = await login.begin(companyId, `user-${String(n)}`);
    await login.enterNumber(companyId, started.id, phoneNumber);
    return { id: started.id, code: service.codeFor(phoneNumber) };
  }

  it('gives one token in each of 200 rounds of 50 right codes (R015)', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, code } = await challenge(round);
      const answers = await Promise.all(
        Array.from({ length: SUBMISSIONS }, () => answered(() => service.login.verify(id, code))),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(SUBMISSIONS - 1);
    }
  }, 1_800_000);

  it('evaluates at most five of 200 wrong codes and then not the right one either (R013, R014)', async () => {
    const { id, code } = await challenge(ROUNDS);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        answered(() => service.login.verify(id, otherCode(code, n + 1))),
      ),
    );
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(0);
    const late = await answered(() => service.login.verify(id, code));
    expect(late).toMatchObject({ status: 410 });
  });
});
