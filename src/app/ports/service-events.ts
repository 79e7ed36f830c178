/** The port through which the process around the use cases tells what happened to logs and metrics. */

import type { ErrorCode } from '../errors.js';
import type { Events } from './events.js';

/**
 * Every parameter type is closed: codes of the catalogue, ids, durations. There is no field that a
 * phone number, a one-time code or a secret would fit into (R102, R125). No method throws or waits.
 */
export interface ServiceEvents extends Events {
  /** One HTTP exchange has ended. */
  request(event: RequestEvent): void;
  /** One sign-in call has ended. */
  signIn(event: SignInEvent): void;
  /** A call came without a valid credential. */
  credentialRefused(requestId: string): void;
  /** A report of a delivery came that the provider did not sign, or not for this address (R042). */
  callbackRefused(requestId: string): void;
  /** Redis or PostgreSQL could not answer; also where the caller never hears of it. */
  storeFault(event: StoreFaultEvent): void;
  /** A part was lost or came back; told on the change only. */
  dependency(part: Dependency, state: 'up' | 'down'): void;
  /** How far the clock of a part is from the clock of this process. Milliseconds (R116). */
  clockSkew(part: 'redis' | 'postgres', skewMs: number): void;
  /** How long a part took to answer the last look. Milliseconds (R127). */
  partLatency(part: 'redis' | 'postgres', latencyMs: number): void;
  /** How old what signs is, and how long the callers' credentials last; told every few seconds (R127). */
  keyAges(ages: KeyAges): void;
  /** Whether Redis may drop keys by itself when it is full; told at every look (R121). */
  redisEvicts(evicts: boolean): void;
  /** Whether the operator has paused all sends; told at the start and on the change. */
  sendsPaused(isPaused: boolean): void;
  /** An error that nothing expected (R123). */
  bug(place: Place, error: ErrorShape, requestId?: string): void;
  /** The process has changed state. */
  lifecycle(state: Lifecycle): void;
}

export interface RequestEvent {
  readonly requestId: string;
  /** The operation's id in openapi.yaml, never the path; null where the address or method is none of ours. */
  readonly operationId: string | null;
  /** One of the methods we know, else `OTHER`: safe as a metric's label. */
  readonly method: string;
  readonly status: number;
  /** Of a problem; null for everything else. */
  readonly code: ErrorCode | null;
  /** Null where nobody was authenticated. */
  readonly clientId: string | null;
  readonly durationMs: number;
  /** It came when as much was under way as a process takes (R122). */
  readonly isShed: boolean;
}

export type SignInStep =
  'start' | 'verify' | 'resend' | 'enrolment' | 'cancel' | 'status' | 'redeem';

/** Answers of the sign-in calls, and the codes of their refusals. */
export type SignInResult =
  | 'pending'
  | 'approved'
  | 'enrolment_required'
  | 'not_required'
  | 'canceled'
  | 'expired'
  | 'max_attempts_reached'
  | ErrorCode;

export interface SignInEvent {
  readonly step: SignInStep;
  readonly result: SignInResult;
  readonly durationMs: number;
  readonly requestId: string;
  readonly clientId: string;
}

export interface StoreFaultEvent {
  readonly part: 'redis' | 'postgres';
  /** An error class or SQLSTATE. */
  readonly reason: string;
  readonly place: Place;
  readonly requestId: string | null;
}

/** Milliseconds, by the database's clock; null where there is none. */
export interface KeyAges {
  /** Since the key that signs now began to. */
  readonly signingKeyMs: number | null;
  /** Until the first client has no credential left that lives. */
  readonly credentialsMs: number | null;
}

/** What may be told of an unexpected error: where it was thrown, never its message. */
export interface ErrorShape {
  readonly errorName: string;
  readonly frames: readonly string[];
  /** A system code or SQLSTATE ("ECONNRESET", "23505"); undefined where there is none. */
  readonly errorCode?: string | undefined;
}

export type Dependency = 'redis' | 'postgres' | 'twilio';

/** Where in the process something went wrong. */
export type Place =
  | 'request'
  | 'connection'
  | 'refresh_clients'
  | 'refresh_keys'
  | 'refresh_pause'
  | 'probe'
  | 'purge'
  | 'erase'
  | 'control'
  | 'process';

export type Lifecycle = 'starting' | 'ready' | 'draining' | 'stopped' | 'worker_lost';
