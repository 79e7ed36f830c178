/** A stand-in for Assay behind the client: answers in turn, keeps what it was asked. */

import {
  createAssayClient,
  type AssayClient,
  type AssayClientOptions,
} from '../../src/client/assay-client.js';
import type { VerifyAnswer } from '../../src/client/answers.js';

export const ID = '0f3.S2x9hZk1Qv7tYw3bN5mE8A';
export const NONCE = '4b6f1c9e0d2a47f3b8e5';

export const PENDING = {
  status: 'pending',
  id: ID,
  channel: 'sms',
  maskedDestination: '•••• 23',
  codeLength: 6,
  expiresAt: '2026-11-22T09:35:00.000Z',
  attemptsRemaining: 5,
  resendAvailableAt: '2026-11-22T09:30:30.000Z',
  availableChannels: ['sms'],
  delivery: { status: 'accepted', reason: null, updatedAt: '2026-11-22T09:30:00.000Z' },
};
export const ENROLMENT = {
  status: 'enrolment_required',
  id: ID,
  expiresAt: '2026-11-22T09:45:00.000Z',
  enrolment: { grant: 'open', deadline: null, canSkip: false },
};
export const APPROVED = {
  status: 'approved',
  challengeId: ID,
  companyId: 'acme',
  userId: 'u-1001',
  nonce: NONCE,
  token: 'a.b.c',
  tokenExpiresAt: '2026-11-22T09:32:00.000Z',
};

type Answer = Response | 'lost' | 'slow';
export const json = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response => Response.json(body, { status, headers });
export const problem = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
): Response =>
  json(
    status,
    { type: `urn:uuid:c13823b7-1108-46d7-9704-94c4301f6199#${code}`, title: code, status, code },
    headers,
  );

/** Answers in turn; keeps what was asked. */
export class FakeAssay {
  readonly requests: { readonly request: Request; readonly body: string }[] = [];
  readonly sleeps: number[] = [];
  readonly client: AssayClient;

  constructor(
    private readonly answers: Answer[],
    options: Partial<AssayClientOptions> = {},
  ) {
    this.client = createAssayClient({
      baseUrl: 'https://assay.example',
      credential: 'secret-1',
      fetch: this.fetch,
      sleep: (ms) => Promise.resolve(void this.sleeps.push(ms)),
      ...options,
    });
  }

  private readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push({ request, body: await request.text() });
    const answer = this.answers.shift();
    if (answer === 'lost' || answer === undefined) throw new TypeError('fetch failed');
    if (answer !== 'slow') return answer;
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        reject(new Error('aborted'));
      });
    });
  };

  header(at: number, name: string): string | null {
    return this.requests[at]?.request.headers.get(name) ?? null;
  }
}

export const verify = (assay: FakeAssay, idempotencyKey?: string): Promise<VerifyAnswer> =>
  assay.client.verify(
    { challengeId: ID, code: '493 817', nonce: NONCE },
    idempotencyKey === undefined ? undefined : { idempotencyKey },
  );
