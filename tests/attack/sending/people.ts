/** People of a bench, and the words in which tests speak of what they were told. */

import { answered, type Answer } from '../../support/login-service.js';
import { exampleNumber } from '../../support/people.js';
import type { Bench } from './bench.js';

export interface Someone {
  readonly companyId: string;
  readonly userId: string;
  readonly phoneNumber: string;
}

export const MINUTE = 60_000;
export const NONCE = 'browser-0123456789';

/** "429 resend_cooldown", "201 pending". */
export const told = ({ status, body }: Answer) =>
  `${String(status)} ${String(body['code'] ?? body['status'])}`;

/** The same with the limit that is used up, if one is: "429 send_limit_reached number". */
export function toldLimit(answer: Answer): string {
  const { limit } = answer.body;
  return typeof limit === 'string' ? `${told(answer)} ${limit}` : told(answer);
}

/** Numbers have budgets of their own, whatever the company. */
let next = 0;

export class People {
  constructor(
    private readonly bench: Bench,
    readonly companyId: string,
  ) {}

  /** Nobody Assay has heard of. */
  stranger(companyId = this.companyId): Someone {
    const n = next++;
    return { companyId, userId: `user-${String(n)}`, phoneNumber: exampleNumber(n) };
  }

  /** With a proven phone, and nothing of its enrolment left to wait for. */
  async enrolled(someone = this.stranger()): Promise<Someone> {
    const { login, codeFor } = this.bench;
    const answer = await login.enrol(someone.companyId, someone, codeFor);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return someone;
  }

  start({ companyId, userId }: Someone, more: object = {}, key?: string): Promise<Answer> {
    return this.bench.login.start(companyId, userId, more, key);
  }

  /** The same as a step: repeated until it is answered. */
  begin({ companyId, userId }: Someone): Promise<{ id: string }> {
    return this.bench.login.begin(companyId, userId);
  }

  async noticeVersion(companyId = this.companyId): Promise<unknown> {
    const path = `/v1/companies/${companyId}/notice`;
    return (await answered(() => this.bench.login.call(path))).body['version'];
  }

  /** Gives a number to a challenge that waits for one. */
  async give(id: unknown, phoneNumber: string | null, key?: string): Promise<Answer> {
    const body = { noticeVersion: await this.noticeVersion(), ...(phoneNumber && { phoneNumber }) };
    return this.bench.login.post(id, 'enrolment', body, key);
  }

  path({ companyId, userId }: Pick<Someone, 'companyId' | 'userId'>): string {
    return `/v1/companies/${companyId}/employees/${userId}`;
  }

  /** The latest audit of a person, newest first. */
  async audit({ companyId, userId }: Someone): Promise<readonly Record<string, unknown>[]> {
    const path = `/v1/companies/${companyId}/audit-events?userId=${userId}&limit=200`;
    return (await this.bench.login.call(path)).body['items'] as Record<string, unknown>[];
  }
}
