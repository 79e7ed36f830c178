/** The closed catalogue of refusals. A code is frozen once published: add, never rename. */

/** Every problem a caller can be told; docs/errors.md is held equal to this by a test. */
export const ERROR_CODES = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'step_up_required',
  'signature_invalid',
  'enrolment_not_open',
  'company_not_found',
  'employee_not_found',
  'challenge_not_found',
  'route_not_found',
  'method_not_allowed',
  'not_acceptable',
  'idempotency_in_progress',
  'factor_disabled',
  'factor_active',
  'no_factor',
  'last_factor',
  'challenge_approved',
  'challenge_canceled',
  'challenge_on_page',
  'challenge_pending',
  'enrolment_skipped',
  'challenge_expiring',
  'code_not_sent',
  'challenge_expired',
  'max_attempts_reached',
  'precondition_failed',
  'payload_too_large',
  'unsupported_media_type',
  'code_incorrect',
  'phone_not_reachable',
  'destination_not_allowed',
  'idempotency_key_reused',
  'precondition_required',
  'resend_cooldown',
  'send_limit_reached',
  'factor_locked',
  'internal_error',
  'temporarily_unavailable',
  'sms_unavailable',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What somebody who is refused for now can do. Closed. */
export const ALTERNATIVES = [
  'enter_code',
  'other_channel',
  'wait',
  'ask_administrator',
  'ask_operator',
] as const;
export type Alternative = (typeof ALTERNATIVES)[number];

/** Which field is at fault, as a JSON pointer (RFC 6901) into the body, or `header:`/`query:`/`path:` and its name. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** Safe to show: closed, short, without any number, code or secret. */
export interface RefusalFacts {
  /** A sentence that is particular to this time (RFC 9457 section 3.1.4). */
  readonly detail?: string;
  readonly retryAfterSeconds?: number;
  readonly attemptsRemaining?: number;
  readonly limit?: string;
  /** When the limit ends, if nothing else draws on it. */
  readonly limitEndsAt?: Date;
  readonly alternatives?: readonly Alternative[];
  readonly availableChannels?: readonly string[];
  readonly requiredScope?: string;
  /** Fields of a policy change that protect less than before. */
  readonly weakened?: readonly string[];
  readonly errors?: readonly FieldProblem[];
}

/** What a caller is told instead of an answer. Any other thrown error is a bug or an outage. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';

  readonly code: ErrorCode;
  readonly facts: RefusalFacts;

  /** Takes no stack: a refusal is an answer, nobody reads where it came from, and each one costs. */
  constructor(code: ErrorCode, facts: RefusalFacts = {}) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(code);
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.facts = facts;
  }
}

/** Bad input: 400 naming the field. */
export function invalid(pointer: string, detail: string): RefusalError {
  return new RefusalError('invalid_request', { errors: [{ pointer, detail }] });
}

/** A store cannot answer, in time or at all. The message names the part, never a command or its arguments. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';

  constructor(
    readonly part: 'redis' | 'postgres',
    /** Short and closed: an error class or SQLSTATE, for logs. */
    readonly reason: string,
  ) {
    super(`${part} unavailable: ${reason}`);
  }
}

/** Milliseconds to the whole seconds of `Retry-After` (RFC 9110 10.2.3): waiting that long works. */
export function retryAfter(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1_000));
}
