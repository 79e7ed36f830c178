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
  /** A Bearer value was refused. */
  credentialRefused(reason: 'missing' | 'unknown' | 'expired' | 'revoked'): void;
  /** Redis or PostgreSQL could not answer; also where the caller never hears of it. */
  storeFault(event: StoreFaultEvent): void;
  /** A part was lost or came back; told on the change only. */
  dependency(part: Dependency, state: 'up' | 'down'): void;
  /** How far the clocks of this process, Redis and PostgreSQL are apart. Milliseconds (R116). */
  clockSkew(part: 'redis' | 'postgres', skewMs: number): void;
  /** An error that nothing expected: its class and stack frames are told, its message never (R123). */
  bug(place: Place, error: unknown, requestId?: string): void;
  /** The process has changed state. */
  lifecycle(state: Lifecycle): void;
}

export interface RequestEvent {
  readonly method: string;
  /** The route's pattern ("/v1/challenges/:id/verify"), never the path; null where no route matched. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly requestId: string;
  /** Null where nobody was authenticated. */
  readonly clientId: string | null;
}

export type SignInStep = 'start' | 'verify' | 'resend' | 'enrolment' | 'cancel' | 'status';

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

export type Dependency = 'redis' | 'postgres' | 'twilio';

/** Where in the process something went wrong. */
export type Place =
  | 'request'
  | 'after_answer'
  | 'refresh_clients'
  | 'refresh_keys'
  | 'probe'
  | 'control'
  | 'worker'
  | 'process';

export type Lifecycle = 'starting' | 'ready' | 'draining' | 'stopped' | 'worker_lost';
