/** The real public listener on a free port over fake use cases, and a plain client that sends anything. */

import type { IncomingHttpHeaders } from 'node:http';

import type { ClientDirectory } from '../../src/app/client-directory.js';
import type { Client, Scope } from '../../src/app/ports/client-store.js';
import { SCOPES } from '../../src/app/ports/client-store.js';
import type { RequestEvent } from '../../src/app/ports/service-events.js';
import type { UseCases } from '../../src/app/use-cases.js';
import type { ClientId } from '../../src/domain/ids.js';
import type { BugEvent, UnavailableEvent } from '../../src/http/events.js';
import { listen, type Listener } from '../../src/http/listen.js';
import { makePublicApp, type PublicAppDeps } from '../../src/http/public-app.js';
import { fakeUseCases } from './fake-use-cases.js';
import { expectDescribed, OPENAPI_TEXT } from './openapi.js';
import { exchange } from './raw-http.js';

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Text and bytes go as they are, everything else as JSON. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body where it is a JSON object; else empty. */
  readonly json: Readonly<Record<string, unknown>>;
}

export const CREDENTIAL = 'assay_test';
export const ACTOR = { 'Assay-Actor': 'admin:a-1' };

export interface Recorded {
  readonly answered: RequestEvent[];
  readonly bugs: BugEvent[];
  readonly unavailable: UnavailableEvent[];
  readonly refusedCredentials: string[];
  readonly refusedCallbacks: string[];
}

export interface Api {
  readonly listener: Listener;
  readonly events: Recorded;
  /** With the test credential unless `Authorization` is given; checked against openapi.yaml. */
  send(sent: Sent): Promise<Answer>;
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly useCases?: Partial<UseCases>;
  readonly scopes?: readonly Scope[];
  readonly find?: ClientDirectory['find'];
  readonly jwks?: PublicAppDeps['jwks'];
  readonly docs?: boolean;
  /** In place of single parts, whatever they are. */
  readonly listener?: Partial<PublicAppDeps>;
}

export async function startApi(options: ApiOptions = {}): Promise<Api> {
  const events: Recorded = {
    answered: [],
    bugs: [],
    unavailable: [],
    refusedCredentials: [],
    refusedCallbacks: [],
  };
  const client = fakeClient(options.scopes ?? SCOPES);
  const app = makePublicApp({
    useCases: { ...fakeUseCases, ...options.useCases },
    clients: { find: options.find ?? ((text) => (text === CREDENTIAL ? client : undefined)) },
    clock: { monotonicMs: () => 0, after: () => undefined },
    stepUps: { read: () => undefined },
    receipts: null,
    recordDelivery: () => Promise.resolve(),
    jwks: options.jwks ?? (() => ({ keys: [] })),
    openapiText: options.docs === false ? null : OPENAPI_TEXT,
    events: {
      answered: (event) => events.answered.push(event),
      bug: (event) => events.bugs.push(event),
      unavailable: (event) => events.unavailable.push(event),
      credentialRefused: ({ requestId }) => events.refusedCredentials.push(requestId),
      callbackRefused: ({ requestId }) => events.refusedCallbacks.push(requestId),
    },
    ...options.listener,
  });
  const listener = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    ...{ listener, events, send: (sent) => sendChecked(listener.address.port, sent) },
    stop: () => listener.close(0),
  };
}

export function fakeClient(scopes: readonly Scope[]): Client {
  return {
    ...{ clientId: 'login' as ClientId, name: 'Login', scopes, companies: null, returnUrls: [] },
    ...{ codeHost: null, createdAt: new Date(0), revokedAt: null, credentials: [] },
  };
}

async function sendChecked(port: number, sent: Sent): Promise<Answer> {
  const method = sent.method ?? 'GET';
  const headers = { Authorization: `Bearer ${CREDENTIAL}`, ...sent.headers };
  const answer = await sendPlain(port, { ...sent, method, headers });
  expectDescribed({ method, url: sent.path, ...answer });
  return answer;
}

/** Sends exactly what is given, checks nothing. An empty `Authorization` sends none. */
export async function sendPlain(port: number, sent: Sent): Promise<Answer> {
  const { method = 'GET', path, body } = sent;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const bytes = body === undefined ? undefined : isRaw ? body : JSON.stringify(body);
  const headers: Record<string, string | string[]> = {
    ...(bytes !== undefined && {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(bytes)),
    }),
    ...sent.headers,
  };
  if (headers['Authorization'] === '') delete headers['Authorization'];
  const answer = await exchange(port, { method, path, headers, body: bytes });
  return { ...answer, json: toJson(answer.text, answer.headers) };
}

function toJson(text: string, headers: IncomingHttpHeaders): Answer['json'] {
  if (text === '' || !/json/.test(headers['content-type'] ?? '')) return {};
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
