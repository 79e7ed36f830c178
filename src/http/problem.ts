/** Problems as callers see them: RFC 9457 bodies, and the one table from code to status and title. */

import { sendJson } from './send-json.js';
import type { Response } from 'express';

import type { ErrorCode, RefusalFacts } from '../app/errors.js';

/** Identifies a kind of problem in every installation; never an address to fetch (ADR 10). */
export const PROBLEM_TYPE_BASE = 'urn:uuid:c13823b7-1108-46d7-9704-94c4301f6199#';

/** What `Retry-After` says where nobody knows better. One second. */
const DEFAULT_RETRY_SECONDS = 1;

interface Kind {
  readonly status: number;
  /** Constant for each code (RFC 9457 section 3.1.3). */
  readonly title: string;
}

export const PROBLEMS: Readonly<Record<ErrorCode, Kind>> = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'The credential is missing, wrong or expired' },
  forbidden: { status: 403, title: 'The credential lacks the scope for this call' },
  step_up_required: { status: 403, title: 'This change needs a step-up' },
  signature_invalid: { status: 403, title: 'The signature is missing or not of this request' },
  enrolment_not_open: { status: 403, title: 'Nothing lets this person enrol now' },
  company_not_found: { status: 404, title: 'No such company' },
  employee_not_found: { status: 404, title: 'No such employee' },
  challenge_not_found: { status: 404, title: 'No such challenge' },
  route_not_found: { status: 404, title: 'No such resource' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  not_acceptable: { status: 406, title: 'No representation that Accept allows' },
  idempotency_in_progress: {
    status: 409,
    title: 'The first request with this key is still in flight',
  },
  factor_disabled: { status: 409, title: 'The factor is disabled' },
  no_factor: { status: 409, title: 'The person has no factor to ask for' },
  last_factor: { status: 409, title: 'The policy requires the factor' },
  factor_active: { status: 409, title: 'The person has an active factor' },
  challenge_approved: { status: 409, title: 'The challenge was approved already' },
  challenge_canceled: { status: 409, title: 'The challenge was canceled' },
  challenge_on_page: { status: 409, title: 'The code of this challenge is entered on its page' },
  challenge_pending: { status: 409, title: 'The challenge was not approved yet' },
  enrolment_skipped: { status: 409, title: 'The person put enrolment off' },
  challenge_expiring: { status: 409, title: 'The challenge is about to expire' },
  code_not_sent: { status: 409, title: 'No code was sent for this challenge yet' },
  challenge_expired: { status: 410, title: 'The challenge has expired' },
  max_attempts_reached: { status: 410, title: 'The tries of this challenge are used up' },
  precondition_failed: { status: 412, title: 'The resource changed since it was read' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The body must be application/json in UTF-8' },
  code_incorrect: { status: 422, title: 'The code is not right' },
  phone_not_reachable: { status: 422, title: 'The phone cannot be reached this way' },
  destination_not_allowed: { status: 422, title: 'Codes are not sent to this country' },
  idempotency_key_reused: { status: 422, title: 'The key was used for another request' },
  precondition_required: { status: 428, title: 'If-Match is required' },
  resend_cooldown: { status: 429, title: 'A code was sent too recently' },
  send_limit_reached: { status: 429, title: 'A limit on sending is reached' },
  factor_locked: { status: 429, title: 'The factor is locked for a while' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  temporarily_unavailable: { status: 503, title: 'The service cannot answer right now' },
  sms_unavailable: { status: 503, title: 'Text messages cannot be sent right now' },
};

export interface Problem extends Omit<RefusalFacts, 'limitEndsAt'> {
  /** RFC 3339. */
  readonly limitEndsAt?: string;
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly instance: string;
  readonly code: ErrorCode;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A URI for the request's id: the caller's own need not be a UUID. */
export function instanceOf(requestId: string): string {
  return UUID.test(requestId) ? `urn:uuid:${requestId}` : `urn:x-request-id:${requestId}`;
}

/** The body, with facts picked one by one: whatever else an error carries stays here. */
export function toProblem(code: ErrorCode, facts: RefusalFacts, requestId: string): Problem {
  const { status, title } = PROBLEMS[code];
  const { detail, attemptsRemaining, availableChannels, requiredScope, weakened, errors } = facts;
  const wait = waitOf(status, facts);
  return {
    type: PROBLEM_TYPE_BASE + code,
    title,
    status,
    instance: instanceOf(requestId),
    code,
    ...(detail !== undefined && { detail }),
    ...(wait !== undefined && { retryAfterSeconds: wait }),
    ...(attemptsRemaining !== undefined && { attemptsRemaining }),
    ...limitFacts(facts),
    ...(availableChannels !== undefined && { availableChannels }),
    ...(requiredScope !== undefined && { requiredScope }),
    ...(weakened !== undefined && { weakened }),
    ...(errors !== undefined && { errors }),
  };
}

function limitFacts({
  limit,
  limitEndsAt,
  alternatives,
}: RefusalFacts): Pick<Problem, 'limit' | 'limitEndsAt' | 'alternatives'> {
  return {
    ...(limit !== undefined && { limit }),
    ...(limitEndsAt !== undefined && { limitEndsAt: limitEndsAt.toISOString() }),
    ...(alternatives !== undefined && { alternatives }),
  };
}

/** 429 and 503 always say when to come back. */
function waitOf(status: number, facts: RefusalFacts): number | undefined {
  if (facts.retryAfterSeconds !== undefined) return Math.max(1, Math.ceil(facts.retryAfterSeconds));
  return status === 429 || status === 503 ? DEFAULT_RETRY_SECONDS : undefined;
}

/** Answers with a problem; the caller knows that nothing was answered yet. */
export function sendProblem(res: Response, problem: Problem): void {
  const { retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) res.set('Retry-After', String(retryAfterSeconds));
  if (problem.status === 401) res.set('WWW-Authenticate', 'Bearer');
  // The rest of a body that was refused for its size is not waited for.
  if (problem.status === 413) res.set('Connection', 'close');
  sendJson(res, { status: problem.status, mediaType: 'application/problem+json' }, problem);
}
