/** Decides what a start leads to: nothing, a code, an enrolment, or a refusal. */

import { decide, decideStepUp } from '../../domain/second-factor.js';
import type { TokenPurpose } from '../../domain/token.js';
import type { NotRequiredAnswer, StartAnswer } from '../answers.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import { readPerson } from '../read-person.js';
import { auditRefusal } from '../sending/audit-refused-send.js';
import type { ChallengeRequest } from './challenge-request.js';
import type { SignInDeps } from './sign-in-deps.js';
import { startCode } from './start-code.js';
import { startEnrolment } from './start-enrolment.js';

/** The policy is read first, also for repeats: "not required" is never remembered (decisions 11, 16). */
export async function beginChallenge(
  deps: SignInDeps,
  call: Call,
  request: ChallengeRequest<TokenPurpose>,
): Promise<StartAnswer> {
  const person = await readPerson(deps.people, request);
  const { standing } = person;
  const decision = request.purpose === 'step_up' ? decideStepUp(standing) : decide(standing);
  switch (decision.kind) {
    case 'not_required':
      return notRequired(deps, call, { request, reason: decision.reason });
    case 'challenge':
      return auditRefusal(deps, {
        call,
        person,
        send: () => startCode(deps, call, { request, person }),
      });
    case 'enrolment_required':
      return auditRefusal(deps, {
        call,
        person,
        send: () => startEnrolment(deps, call, { request, person, canSkip: decision.canSkip }),
      });
    case 'no_factor':
      throw new RefusalError('no_factor');
    case 'factor_disabled':
      throw new RefusalError('factor_disabled');
  }
}

/**
 * While the policy is off Assay keeps no trace of who signs in; somebody let through under a policy that
 * is on leaves one.
 */
async function notRequired(
  deps: SignInDeps,
  call: Call,
  { request, reason }: { request: ChallengeRequest; reason: NotRequiredAnswer['reason'] },
): Promise<NotRequiredAnswer> {
  if (reason === 'no_factor') {
    const { companyId, userId } = request;
    await deps.audit.append(
      auditOf(call, 'challenge.not_required', { companyId, userId, facts: { reason } }),
    );
  }
  return { status: 'not_required', reason };
}
