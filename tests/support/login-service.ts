/** A login service as tests see one: it calls Assay over HTTP and reads the codes that people would. */

import { randomUUID } from 'node:crypto';

import { expectDescribed } from './openapi.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sees each answer: to validate it, or to search it for what must not be there. */
export type Watch = (request: { method: string; path: string }, answer: Answer) => void;

export class LoginService {
  constructor(
    readonly urls: readonly string[],
    readonly credential: string,
    private readonly watch: Watch = () => undefined,
  ) {}

  private turn = 0;

  /** One call, to each instance in turn; openapi.yaml must describe the answer. */
  async call(path: string, { method, body, headers }: CallOptions = {}): Promise<Answer> {
    const url = this.urls[this.turn++ % this.urls.length] ?? '';
    const verb = method ?? (body === undefined ? 'GET' : 'POST');
    const response = await fetch(url + path, {
      method: verb,
      headers: {
        authorization: `Bearer ${this.credential}`,
        'assay-actor': 'system:tests',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Answer['body'],
    };
    const seenHeaders = Object.fromEntries(response.headers);
    const { status } = response;
    expectDescribed({ method: verb, url: path, status, headers: seenHeaders, text });
    this.watch({ method: verb, path }, answer);
    return answer;
  }

  start(companyId: string, userId: string, more: object = {}, key?: string): Promise<Answer> {
    return this.call('/v1/challenges', { body: { companyId, userId, ...more }, ...keyed(key) });
  }

  verify(id: unknown, code: unknown, more: object = {}, key?: string): Promise<Answer> {
    return this.call(`/v1/challenges/${String(id)}/verify`, {
      body: { code, ...more },
      ...keyed(key),
    });
  }

  post(id: unknown, action: string, body: object = {}, key?: string): Promise<Answer> {
    return this.call(`/v1/challenges/${String(id)}/${action}`, { body, ...keyed(key) });
  }

  /** A company with two-factor required, and everybody free to enrol. */
  async company(companyId = `c-${randomUUID()}`): Promise<string> {
    await this.expect(200, 201, `/v1/companies/${companyId}`, {
      method: 'PUT',
      body: { displayName: 'Acme', defaultCountry: 'GB', locale: 'en', timeZone: 'Europe/London' },
    });
    const path = `/v1/companies/${companyId}/policy`;
    const policy = await this.expect(200, 200, path, {});
    await this.expect(200, 200, path, {
      method: 'PUT',
      headers: { 'if-match': policy.headers.get('etag') ?? '' },
      body: { mode: 'required', enforceFrom: new Date().toISOString() },
    });
    return companyId;
  }

  /** Starts as a careful caller does: under one key, until it is answered. */
  async begin(companyId: string, userId: string, more: object = {}): Promise<{ id: string }> {
    const key = randomUUID();
    const started = await answered(() => this.start(companyId, userId, more, key));
    if (started.status === 201) return { id: String(started.body['id']) };
    throw new Error(`start: ${JSON.stringify(started.body)}`);
  }

  /** Has a code sent to the number of an enrolment. */
  async enterNumber(companyId: string, id: string, phoneNumber: string): Promise<void> {
    const notice = await answered(() => this.call(`/v1/companies/${companyId}/notice`));
    const enrolment = { phoneNumber, noticeVersion: notice.body['version'] };
    const key = randomUUID();
    const sent = await answered(() => this.post(id, 'enrolment', enrolment, key));
    if (sent.status !== 201) throw new Error(`enrolment: ${JSON.stringify(sent.body)}`);
  }

  /** Enrols a person through a sign-in; `codeFor` reads the SMS to the number. */
  async enrol(
    companyId: string,
    person: { userId: string; phoneNumber: string },
    codeFor: (phoneNumber: string) => string,
  ): Promise<Answer> {
    const { userId, phoneNumber } = person;
    const { id } = await this.begin(companyId, userId);
    await this.enterNumber(companyId, id, phoneNumber);
    const key = randomUUID();
    return answered(() => this.verify(id, codeFor(phoneNumber), {}, key));
  }

  private async expect(
    one: number,
    other: number,
    path: string,
    options: CallOptions,
  ): Promise<Answer> {
    const answer = await answered(() => this.call(path, options));
    if (answer.status === one || answer.status === other) return answer;
    throw new Error(`${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  }
}

/**
 * Calls until it is answered otherwise than "not right now": a machine under load may say so at any time,
 * and a repeat is what a login service would do.
 */
export async function answered(call: () => Promise<Answer>): Promise<Answer> {
  let answer = await call();
  while (answer.status === 503) answer = await call();
  return answer;
}

function keyed(key: string | undefined): Pick<CallOptions, 'headers'> {
  return key === undefined ? {} : { headers: { 'idempotency-key': key } };
}
