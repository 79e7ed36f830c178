/** What the edge reports to logs and metrics: closed facts, never a body, a header or an error's message. */

import type { ErrorCode } from '../app/errors.js';

export interface HttpEvents {
  /** Every answer, once it is on its way or its connection is gone. */
  answered(event: AnsweredEvent): void;
  /** A needed part did not answer. */
  unavailable(event: UnavailableEvent): void;
  /** Something was thrown that nobody expected. */
  bug(event: BugEvent): void;
  /** A call came with no credential, or with one that is wrong, revoked or expired. */
  credentialRefused(event: { readonly requestId: string }): void;
}

export interface AnsweredEvent {
  readonly requestId: string;
  /** The operation's id in openapi.yaml; null where the address or method is none of ours. */
  readonly operationId: string | null;
  /** One of the methods we know, else `OTHER`: safe as a metric's label. */
  readonly method: string;
  readonly status: number;
  /** Of a problem; null for everything else. */
  readonly code: ErrorCode | null;
  readonly clientId: string | null;
  readonly durationMs: number;
}

export interface UnavailableEvent {
  readonly requestId: string;
  readonly part: 'redis' | 'postgres';
  readonly reason: string;
}

export interface BugEvent {
  readonly requestId: string;
  /** The error's class. */
  readonly errorName: string;
  /** Its stack frames without its message, which may hold anything. */
  readonly frames: readonly string[];
}
