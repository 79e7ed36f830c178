/** A challenge as JSON: each field picked by name, so that nothing else can leave. */

import type {
  ApprovedAnswer,
  ChallengeAnswer,
  EndedAnswer,
  EnrolmentRequiredAnswer,
  PendingAnswer,
} from '../../app/answers.js';

export function showChallenge(answer: ChallengeAnswer): object {
  switch (answer.status) {
    case 'pending':
      return showPending(answer);
    case 'enrolment_required':
      return showEnrolmentRequired(answer);
    default:
      return showEnded(answer);
  }
}

function showPending(answer: PendingAnswer): object {
  const { status, id, channel, maskedDestination, codeLength, expiresAt } = answer;
  const { attemptsRemaining, resendAvailableAt, availableChannels, delivery } = answer;
  return {
    ...{ status, id, channel, maskedDestination, codeLength, expiresAt },
    ...{ attemptsRemaining, resendAvailableAt, availableChannels },
    delivery: { status: delivery.status, reason: delivery.reason, updatedAt: delivery.updatedAt },
    ...(answer.url !== undefined && { url: answer.url }),
  };
}

function showEnrolmentRequired(answer: EnrolmentRequiredAnswer): object {
  const { status, id, expiresAt, maskedDestination } = answer;
  const { grant, deadline, canSkip } = answer.enrolment;
  return {
    ...{ status, id, expiresAt, enrolment: { grant, deadline, canSkip } },
    ...(maskedDestination !== undefined && { maskedDestination }),
    ...(answer.url !== undefined && { url: answer.url }),
  };
}

export function showEnded({ id, status }: EndedAnswer): object {
  return { id, status };
}

export function showApproved(answer: ApprovedAnswer): object {
  const { status, challengeId, companyId, userId, nonce, signed } = answer;
  const token = signed && { token: signed.token, tokenExpiresAt: signed.expiresAt };
  return { status, challengeId, companyId, userId, nonce, ...token };
}
