/** The client of the login service: the sign-in calls by name, everything else by path. */

import { randomUUID } from 'node:crypto';

import createClient, { type Client } from 'openapi-fetch';

import type {
  CancelAnswer,
  ChallengeAnswer,
  Refused,
  SendAnswer,
  StartAnswer,
  Unavailable,
  VerifyAnswer,
} from './answers.js';
import { makePhoneCalls, type PhoneCalls } from './phone-calls.js';
import { makePortalCalls, type PortalCalls } from './portal-calls.js';
import { makeRosterCalls, type RosterCalls } from './roster-calls.js';
import { readAnswer, type Exchange, type ReadSuccess } from './read-answer.js';
import {
  firstOf,
  makeReadApproved,
  readEnded,
  readEnrolment,
  readNotRequired,
  readPending,
} from './read-challenge.js';
import type { components, paths } from './schema.js';
import { parseSecureUrl } from './secure-url.js';
import { makeTransport, type TransportOptions } from './transport.js';

type Schemas = components['schemas'];

export interface AssayClientOptions extends TransportOptions {
  /** Where Assay listens, without a path: `https://assay.internal`. */
  readonly baseUrl: string;
  /** Plain http also beyond this machine, where the network itself is trusted. */
  readonly allowPlainHttp?: boolean;
}

export interface CallOptions {
  /** Of an earlier call that came back `unavailable`; otherwise one is drawn. */
  readonly idempotencyKey?: string;
}

export interface VerifyInput {
  readonly challengeId: string;
  /** As typed. */
  readonly code: string;
  /** The one the challenge was started with. */
  readonly nonce?: string;
}

export type RedeemInput = Schemas['RedeemChallenge'] & { readonly challengeId: string };

export type EnrolInput = Schemas['EnrolPhone'] & { readonly challengeId: string };

/** No method throws for what Assay or the network does; each answers by `outcome`. */
export interface AssayClient extends PhoneCalls, PortalCalls, RosterCalls {
  startChallenge(input: Schemas['StartChallenge'], call?: CallOptions): Promise<StartAnswer>;
  /** Nothing but `approved` is an approval. */
  verify(input: VerifyInput, call?: CallOptions): Promise<VerifyAnswer>;
  resend(challengeId: string, call?: CallOptions): Promise<SendAnswer>;
  enrol(input: EnrolInput, call?: CallOptions): Promise<SendAnswer>;
  /** `skipped`: the person put enrolment off, where `canSkip` allows it. */
  cancel(challengeId: string, call?: CallOptions & { reason?: 'skipped' }): Promise<CancelAnswer>;
  getChallenge(challengeId: string): Promise<ChallengeAnswer>;
  /**
   * After the redirect from a hosted page: its `challengeId` and `returnCode`, and the nonce of this very
   * browser's sign-in. Nothing but `approved` is an approval.
   */
  redeem(input: RedeemInput, call?: CallOptions): Promise<VerifyAnswer>;
  /** Every other call of the API, typed by openapi-fetch; answers as that does. */
  readonly api: Client<paths, 'application/json'>;
}

/** @throws {TypeError} for plain http beyond this machine that nobody allowed. */
export function createAssayClient(options: AssayClientOptions): AssayClient {
  const baseUrl = parseSecureUrl(options.baseUrl, options.allowPlainHttp).href;
  const fetch = makeTransport(options);
  const api = createClient<paths, 'application/json'>({ baseUrl, fetch });
  const { POST, GET } = api;

  return {
    api,
    startChallenge: (body, call) =>
      post(call, readStart, (header) => POST('/v1/challenges', { params: { header }, body })),
    verify: ({ challengeId, ...body }, call) =>
      post(call, makeReadApproved({ challengeId, nonce: body.nonce ?? null }), (header) =>
        POST(`${CHALLENGE}/verify`, { ...at(challengeId, header), body }),
      ),
    resend: (challengeId, call) =>
      post(call, readPending, (header) => POST(`${CHALLENGE}/resend`, at(challengeId, header))),
    enrol: ({ challengeId, ...body }, call) =>
      post(call, readPending, (header) =>
        POST(`${CHALLENGE}/enrolment`, { ...at(challengeId, header), body }),
      ),
    cancel: (challengeId, call) =>
      post(call, readEnded, (header) =>
        POST(`${CHALLENGE}/cancel`, { ...at(challengeId, header), ...reasonOf(call) }),
      ),
    getChallenge: (challengeId) =>
      readAnswer(() => GET(CHALLENGE, at(challengeId, {})), readStanding, null),
    redeem: ({ challengeId, ...body }, call) =>
      post(call, makeReadApproved({ challengeId, nonce: body.nonce }), (header) =>
        POST(`${CHALLENGE}/redeem`, { ...at(challengeId, header), body }),
      ),
    ...makePhoneCalls(api),
    ...makePortalCalls(api),
    ...makeRosterCalls(api),
  };
}

const CHALLENGE = '/v1/challenges/{challengeId}';
const readStart = firstOf<StartAnswer>(readNotRequired, readPending, readEnrolment);
const readStanding = firstOf<ChallengeAnswer>(readPending, readEnrolment, readEnded);

function at<Header>(challengeId: string, header: Header) {
  return { params: { header, path: { challengeId } } };
}

function reasonOf(call: { readonly reason?: 'skipped' } | undefined) {
  return call?.reason === undefined ? {} : { body: { reason: call.reason } };
}

interface IdempotencyHeader {
  readonly 'Idempotency-Key': string;
}

function post<Answer>(
  call: CallOptions | undefined,
  read: ReadSuccess<Answer>,
  send: (header: IdempotencyHeader) => Promise<Exchange>,
): Promise<Answer | Refused | Unavailable> {
  const key = call?.idempotencyKey ?? randomUUID();
  return readAnswer(() => send({ 'Idempotency-Key': key }), read, key);
}
