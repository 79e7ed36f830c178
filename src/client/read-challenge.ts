/** Reads the successes of the sign-in calls. An unknown status is never taken for one that is known. */

import type {
  Approved,
  EndedAnswer,
  EnrolmentAnswer,
  EnrolmentRequired,
  NotRequired,
  Pending,
  PendingAnswer,
} from './answers.js';
import { isRecord } from './record.js';
import type { ReadSuccess } from './read-answer.js';

const NOT_REQUIRED_REASONS = ['policy_off', 'no_factor'] as const;
const END_STATUSES = ['approved', 'canceled', 'expired', 'max_attempts_reached'] as const;

/** Whose approval is waited for. */
interface Expected {
  readonly challengeId: string;
  readonly nonce: string | null;
}

/** Only as 200, and only for a reason that is known: it lets somebody in without a second factor. */
export const readNotRequired: ReadSuccess<NotRequired> = ({ status, body }) => {
  const reason = NOT_REQUIRED_REASONS.find((known) => known === body['reason']);
  if (status !== 200 || body['status'] !== 'not_required' || reason === undefined) return undefined;
  return { outcome: 'not_required', reason };
};

export const readPending: ReadSuccess<PendingAnswer> = ({ body }) => {
  const { status, id, codeLength } = body;
  if (status !== 'pending' || typeof id !== 'string' || typeof codeLength !== 'number')
    return undefined;
  return { outcome: 'pending', challenge: body as unknown as Pending };
};

/** `canSkip` lets somebody in, so it counts only as true or false. */
export const readEnrolment: ReadSuccess<EnrolmentAnswer> = ({ body }) => {
  const { status, id, enrolment } = body;
  if (status !== 'enrolment_required' || typeof id !== 'string') return undefined;
  if (!isRecord(enrolment) || typeof enrolment['canSkip'] !== 'boolean') return undefined;
  return { outcome: 'enrolment_required', challenge: body as unknown as EnrolmentRequired };
};

export const readEnded: ReadSuccess<EndedAnswer> = ({ body }) => {
  const status = END_STATUSES.find((known) => known === body['status']);
  return status && { outcome: 'ended', status };
};

/** Approved: this challenge, this browser's nonce, with a token; anything else is not. */
export function makeReadApproved(expected: Expected): ReadSuccess<Approved> {
  return ({ status, body }) => {
    const { challengeId, companyId, userId, token } = body;
    const tokenExpiresAt = new Date(String(body['tokenExpiresAt']));
    if (status !== 200 || body['status'] !== 'approved') return undefined;
    if (challengeId !== expected.challengeId || body['nonce'] !== expected.nonce) return undefined;
    if (typeof companyId !== 'string' || typeof userId !== 'string') return undefined;
    if (typeof token !== 'string' || token === '' || isNaN(tokenExpiresAt.getTime())) {
      return undefined;
    }
    return { outcome: 'approved', token, tokenExpiresAt, companyId, userId, ...expected };
  };
}

/** The first reader that knows the answer. */
export function firstOf<Answer>(...readers: ReadSuccess<Answer>[]): ReadSuccess<Answer> {
  return (success) => {
    for (const read of readers) {
      const answer = read(success);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
}
