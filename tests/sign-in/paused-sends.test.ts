/** The operator's switch (R031): no message leaves, nothing is left behind, and whoever has a code signs in. */

import { randomUUID } from 'node:crypto';

import { StoreUnavailableError } from '../../src/app/errors.js';
import { PausableSender } from '../../src/app/sending/pausable-sender.js';
import { SendSwitch } from '../../src/app/sending/send-switch.js';
import type { SmsMessage } from '../../src/app/ports/sms-sender.js';
import { operatorAudit } from '../../src/cli/operator.js';
import { inProcessHere } from '../support/in-process.js';
import type { Answer } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';
import { SEND_TRIES_PER_HOUR } from '../../src/domain/limits.js';

const PAUSED = {
  status: 503,
  body: {
    code: 'sms_unavailable',
    retryAfterSeconds: 60,
    detail: expect.stringContaining('paused'),
  },
};

describe('while the operator has paused all sends', () => {
  const assay = inProcessHere();
  let companyId: string;
  let next = 300;
  const newPerson = () => ({ userId: randomUUID(), phoneNumber: exampleNumber((next += 1)) });
  const flip = async (reason: string | null) => {
    const { sendPauses, sendSwitch } = assay().parts.durable;
    await sendPauses.write(reason, operatorAudit('sends.paused', null, {}));
    await sendSwitch.refresh();
  };
  const enrolled = async () => {
    const person = newPerson();
    await assay().login.enrol(companyId, person, assay().codeFor);
    return person;
  };
  const messages = () => assay().parts.sending.outbox?.().length;
  const expectPaused = (answer: Answer) => {
    expect(answer).toMatchObject(PAUSED);
    expect(answer.headers.get('retry-after')).toBe('60');
  };

  beforeEach(async () => {
    companyId = await assay().login.company();
  });
  afterEach(() => flip(null));

  it('R031: no start sends, and afterwards there is no gap, no try and no challenge of it', async () => {
    const person = await enrolled();
    const sent = messages();
    await flip('pumping');
    const nonce = randomUUID();
    for (let n = 0; n <= SEND_TRIES_PER_HOUR; n += 1) {
      expectPaused(await assay().login.start(companyId, person.userId, { nonce }));
    }
    expect(messages()).toBe(sent);
    await flip(null);
    const started = await assay().login.start(companyId, person.userId, { nonce });
    expect(started).toMatchObject({ status: 201, body: { status: 'pending' } });
  });

  it('R031: no enrolment sends, and its challenge goes on after the pause', async () => {
    const { login, codeFor } = assay();
    const { userId, phoneNumber } = newPerson();
    await flip('pumping');
    const { id } = await login.begin(companyId, userId);
    const notice = await login.call(`/v1/companies/${companyId}/notice`);
    const enrolment = { phoneNumber, noticeVersion: notice.body['version'] };
    expectPaused(await login.post(id, 'enrolment', enrolment));
    expect(codeFor(phoneNumber)).toBe('no code');
    await flip(null);
    await login.enterNumber(companyId, id, phoneNumber);
    expect((await login.verify(id, codeFor(phoneNumber))).status).toBe(200);
  });

  it('R031: no resend sends; the code that is out still signs in', async () => {
    const { login, codeFor } = assay();
    const person = await enrolled();
    const { id } = await login.begin(companyId, person.userId);
    const sent = messages();
    await flip('pumping');
    expectPaused(await login.post(id, 'resend'));
    expect(messages()).toBe(sent);
    expect(await login.verify(id, codeFor(person.phoneNumber))).toMatchObject({
      status: 200,
      body: { status: 'approved' },
    });
  });

  it('R031: no change of number sends, and its step-up is not used up', async () => {
    const { login, codeFor } = assay();
    const person = await enrolled();
    const step = { purpose: 'step_up', action: 'change_phone' };
    const { id } = await login.begin(companyId, person.userId, step);
    const proof = await login.verify(id, codeFor(person.phoneNumber));
    const notice = await login.call(`/v1/companies/${companyId}/notice`);
    const body = { ...newPerson(), noticeVersion: notice.body['version'], userId: undefined };
    const change = () =>
      login.call(`/v1/companies/${companyId}/employees/${person.userId}/phone`, {
        headers: { 'assay-step-up': String(proof.body['token']) },
        body,
      });
    await flip('pumping');
    expectPaused(await change());
    expect(codeFor(body.phoneNumber)).toBe('no code');
    await flip(null);
    expect((await change()).status).toBe(201);
  });

  it('R031: not even the notice of a reset leaves', async () => {
    const { login } = assay();
    const person = await enrolled();
    const sent = messages();
    await flip('pumping');
    const path = `/v1/companies/${companyId}/employees/${person.userId}/reset`;
    expect((await login.call(path, { body: { reason: 'lost phone' } })).status).toBe(200);
    expect(messages()).toBe(sent);
  });
});

describe('the switch in a process', () => {
  const pause = { reason: 'r', since: new Date(0) };

  it('keeps what was last known while the database does not answer', async () => {
    const answers = [
      async () => pause,
      () => Promise.reject(new StoreUnavailableError('postgres', 'x')),
    ];
    const sendSwitch = new SendSwitch({ read: () => answers.shift()?.() ?? Promise.resolve(null) });
    expect(sendSwitch.pause).toBeNull();
    await sendSwitch.refresh();
    await expect(sendSwitch.refresh()).rejects.toThrow(StoreUnavailableError);
    expect(sendSwitch.pause).toBe(pause);
    await sendSwitch.refresh();
    expect(sendSwitch.pause).toBeNull();
  });

  it('lets no answer that was asked for earlier overtake a later one', async () => {
    const waiting: ((pause: null) => void)[] = [];
    const slow = new Promise<null>((resolve) => waiting.push(resolve));
    const answers = [() => slow, async () => pause];
    const sendSwitch = new SendSwitch({ read: () => answers.shift()?.() ?? slow });
    const first = sendSwitch.refresh();
    await sendSwitch.refresh();
    waiting[0]?.(null);
    await first;
    expect(sendSwitch.pause).toBe(pause);
  });

  it('R031: stops a message that was under way to the provider', async () => {
    let isPaused = false;
    const sent: SmsMessage[] = [];
    const inner = {
      send: async (message: SmsMessage) => {
        sent.push(message);
        return { kind: 'unknown' } as const;
      },
      refusesNow: () => null,
    };
    const sender = new PausableSender(inner, () => isPaused);
    const message = { id: 'm' } as unknown as SmsMessage;
    expect(await sender.send(message)).toEqual({ kind: 'unknown' });
    isPaused = true;
    expect(await sender.send(message)).toMatchObject({ kind: 'unavailable', cause: 'paused' });
    expect(sent).toHaveLength(1);
  });
});
