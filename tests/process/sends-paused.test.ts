/** The operator's switch over real instances: known to all of them within seconds, and to those that start later. */

import { openEstate, type Estate } from '../support/estate.js';
import type { Answer } from '../support/login-service.js';
import { LoginService } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';
import { assay, type Service } from '../support/service.js';

/** R031. */
const WITHIN_MS = 10_000;

describe('assay sends pause, on two instances', () => {
  let estate: Estate;
  let companyId: string;
  beforeAll(async () => {
    estate = await openEstate({ instances: 2 });
    companyId = await estate.login.company();
  }, 180_000);
  afterAll(() => estate.close());

  const env = () => {
    const [first] = estate.services;
    if (!first) throw new Error('no instance');
    return first.env;
  };
  /** An answer that says more than "not right now": the machine may be loaded. */
  const definite = async (call: () => Promise<Answer>): Promise<Answer> => {
    let answer = await call();
    while (answer.body['code'] === 'temporarily_unavailable') answer = await call();
    return answer;
  };
  const startAt = (service: Service, userId: string) =>
    definite(() =>
      new LoginService([service.url], estate.login.credential).start(companyId, userId),
    );
  const expectPaused = (answer: Answer) => {
    expect(answer).toMatchObject({ status: 503, body: { code: 'sms_unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('60');
  };
  /** Of every instance. */
  const until = async (paused: boolean) => {
    const deadline = AbortSignal.timeout(WITHIN_MS);
    const gauge = `\nassay_sends_paused ${paused ? '1' : '0'}\n`;
    for (const { internalUrl } of estate.services) {
      const read = async () => (await fetch(`${internalUrl}/metrics`, { signal: deadline })).text();
      while (!(await read()).includes(gauge)) continue;
    }
  };

  it('R031: within ten seconds no SMS leaves, an open code signs in, and resume lets them go', async () => {
    const { login, codeFor, twilio } = estate;
    const phoneNumber = exampleNumber(31);
    await login.enrol(companyId, { userId: 'alice', phoneNumber }, codeFor);
    await login.enrol(companyId, { userId: 'bob', phoneNumber: exampleNumber(32) }, codeFor);
    const open = await login.begin(companyId, 'alice');

    expect(await assay(env(), 'sends', 'pause', '--reason', 'pumping')).toMatchObject({
      ...{ changed: true, paused: true, reason: 'pumping' },
    });
    await until(true);
    const sent = twilio.messages.length;
    for (const service of estate.services) expectPaused(await startAt(service, 'bob'));
    // One that starts meanwhile has loaded the switch before its first request.
    const late = await estate.launch();
    expectPaused(await startAt(late, 'bob'));
    const health = await fetch(`${late.internalUrl}/health/dependencies`);
    expect(await health.json()).toMatchObject({ sendsPausedSince: expect.any(String) });
    expect(twilio.messages).toHaveLength(sent);

    const verified = await definite(() => login.verify(open.id, codeFor(phoneNumber)));
    expect(verified.body).toMatchObject({ status: 'approved' });

    expect(await assay(env(), 'sends', 'resume')).toMatchObject({ changed: true, paused: false });
    await until(false);
    const [first] = estate.services;
    if (first) expect((await startAt(first, 'bob')).status).toBe(201);
    expect(twilio.messages).toHaveLength(sent + 1);
  }, 180_000);

  it('R031: keeps a pause while PostgreSQL is away', async () => {
    const { postgresProxy, twilio } = estate;
    await assay({ ...env(), DATABASE_URL: estate.database.url }, 'sends', 'pause', '--reason', 'x');
    await until(true);
    const sent = twilio.messages.length;
    postgresProxy.refuse();
    for (const { url, internalUrl } of estate.services) {
      const login = new LoginService([url], estate.login.credential);
      for (let n = 0; n < 5; n += 1) {
        expect((await login.start(companyId, 'bob')).status).toBe(503);
      }
      const metrics = await fetch(`${internalUrl}/metrics`);
      expect(await metrics.text()).toContain('\nassay_sends_paused 1\n');
    }
    postgresProxy.restore();
    for (const service of estate.services) expectPaused(await startAt(service, 'bob'));
    expect(twilio.messages).toHaveLength(sent);
  }, 180_000);
});
