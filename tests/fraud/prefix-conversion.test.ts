/** R035: a prefix from which no code comes back is stopped; whoever has proven a number is not. */

import { randomUUID } from 'node:crypto';

import { StoreUnavailableError } from '../../src/app/errors.js';
import { noteVerified } from '../../src/app/fraud/conversion.js';
import { CONVERSION_FLOOR, PREFIX_SENDS } from '../../src/domain/limits.js';
import type { CompanyId, FactorId, UserId } from '../../src/domain/ids.js';
import type { AttemptSubject } from '../../src/app/ports/challenge-outcomes.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import type { Answer } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';

/** The example of the numbering plan's metadata: another block of the same country. */
const ELSEWHERE = '+447400123456';
const STOPPED = { status: 429, body: { code: 'send_limit_reached', limit: 'prefix_conversion' } };

describe('codes to unproven numbers of one prefix', () => {
  let assay: InProcess;
  let companyId: string;
  beforeEach(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
  }, 120_000);
  afterEach(() => assay.close());

  interface Sent {
    readonly id: string;
    readonly answer: Answer;
  }
  /** Somebody new gives the number. */
  const give = async (phoneNumber: string): Promise<Sent> => {
    const { login } = assay;
    const { id } = await login.begin(companyId, randomUUID());
    const notice = await login.call(`/v1/companies/${companyId}/notice`);
    const body = { phoneNumber, noticeVersion: notice.body['version'] };
    return { id, answer: await login.post(id, 'enrolment', body) };
  };
  const giveMany = async (count: number, from = 0): Promise<Sent[]> => {
    const sent: Sent[] = [];
    for (let n = 0; n < count; n += 1) sent.push(await give(exampleNumber(from + n)));
    return sent;
  };
  const textsSent = () => assay.parts.sending.outbox?.().length;

  it('R035: of 61 without an answer the last is refused; other prefixes and proven people go on', async () => {
    const { login, codeFor } = assay;
    const alice = { userId: 'alice', phoneNumber: exampleNumber(900) };
    await login.enrol(companyId, alice, codeFor);
    // Hers came back: one of sixty is still below the floor.
    const sent = await giveMany(PREFIX_SENDS - 1);
    expect(sent.map(({ answer }) => answer.status)).toEqual(sent.map(() => 201));
    const before = textsSent();
    const { answer } = await give(exampleNumber(500));
    expect(answer).toMatchObject(STOPPED);
    // All sixty may still come back: a company that was switched on is not told to wait a day.
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(textsSent()).toBe(before);

    expect((await give(ELSEWHERE)).answer.status).toBe(201);
    const { id } = await login.begin(companyId, 'alice');
    expect((await login.verify(id, codeFor(alice.phoneNumber))).status).toBe(200);
  }, 120_000);

  it('R035: every number that is proven counts for its prefix, and lets it go on', async () => {
    const { login, codeFor } = assay;
    const sent = await giveMany(PREFIX_SENDS);
    expect((await give(exampleNumber(500))).answer).toMatchObject(STOPPED);
    // The outbox keeps the latest messages.
    for (let n = PREFIX_SENDS * (1 - CONVERSION_FLOOR); n < PREFIX_SENDS; n += 1) {
      const verified = await login.verify(sent[n]?.id, codeFor(exampleNumber(n)));
      expect(verified.status).toBe(200);
    }
    expect((await give(exampleNumber(501))).answer.status).toBe(201);
  }, 120_000);

  it('what was refused for another reason was not sent, and counts for nothing', async () => {
    const phoneNumber = exampleNumber(1);
    for (let n = 0; n < PREFIX_SENDS + 1; n += 1) await give(phoneNumber);
    expect((await give(phoneNumber)).answer.body).toMatchObject({ limit: 'unproven_number' });
    expect((await give(exampleNumber(2))).answer.status).toBe(201);
  }, 120_000);
});

describe('a code that came back', () => {
  const subject: AttemptSubject = {
    ...{ companyId: 'acme' as CompanyId, userId: 'alice' as UserId, factorId: 'f' as FactorId },
    ...{ purpose: 'sign_in', action: null, factorVersion: 1, isSending: false },
    ...{ factorState: 'pending', channels: ['sms', 'call'] },
  };
  const told: string[] = [];
  const events = {
    codeVerified: ({ channel }: { channel: string }) => told.push(`verified ${channel}`),
    numberProven: () => told.push('proven'),
    prefixStopped: () => told.push('stopped'),
    deferred: (what: string) => told.push(what),
  };
  const conversion = (proven: () => Promise<never>) => ({
    take: () => Promise.reject(new Error('not asked')),
    giveBack: () => Promise.reject(new Error('not asked')),
    reopen: () => Promise.reject(new Error('not asked')),
    proven,
  });
  beforeEach(() => {
    told.length = 0;
  });

  it('R035: stays approved where it cannot be counted, and that is told', async () => {
    const failing = conversion(() => Promise.reject(new StoreUnavailableError('redis', 'timeout')));
    noteVerified({ conversion: failing, events }, subject);
    await new Promise(setImmediate);
    expect(told).toEqual(['verified call', 'count_proven']);
  });

  it('asks the store nothing for a number that was proven before', () => {
    const unasked = conversion(() => {
      throw new Error('asked in vain');
    });
    noteVerified({ conversion: unasked, events }, { ...subject, factorState: 'active' });
    expect(told).toEqual(['verified call']);
  });
});
