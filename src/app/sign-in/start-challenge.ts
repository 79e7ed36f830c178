/** Asks for a second factor: the policy decides between nothing, a code and an enrolment. */

import { decide } from '../../domain/second-factor.js';
import type { NotRequiredAnswer } from '../answers.js';
import { auditOf } from '../audit-of.js';
import { auditRefusal } from '../sending/audit-refused-send.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import { startCode } from './start-code.js';
import { startEnrolment } from './start-enrolment.js';
import { readPerson, requireCompany } from '../read-person.js';
import { phoneNotReachable } from '../sending/refuse-provider.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { SignInUseCases, StartInput } from '../use-cases.js';

/** The policy is read first, also for repeats: "not required" is never remembered (decisions 11, 16). */
export function makeStartChallenge(deps: SignInDeps): SignInUseCases['startChallenge'] {
  return async (call, input) => {
    requireCompany(call.client, input.companyId);
    const person = await readPerson(deps.people, input);
    const decision = decide(person.standing);
    switch (decision.kind) {
      case 'not_required':
        return notRequired(deps, call, { input, reason: decision.reason });
      case 'challenge':
        return auditRefusal(deps, {
          call,
          person,
          send: () => startCode(deps, call, { input, person }),
        });
      case 'enrolment_required':
        return startEnrolment(deps, call, { input, person, canSkip: decision.canSkip });
      case 'factor_disabled':
        throw new RefusalError('factor_disabled');
      case 'phone_not_reachable':
        throw phoneNotReachable();
    }
  };
}

/**
 * While the policy is off Assay keeps no trace of who signs in; somebody let through under a policy that
 * is on leaves one.
 */
async function notRequired(
  deps: SignInDeps,
  call: Call,
  { input, reason }: { input: StartInput; reason: NotRequiredAnswer['reason'] },
): Promise<NotRequiredAnswer> {
  if (reason === 'no_factor') {
    await deps.audit.append(
      auditOf(call, 'challenge.not_required', { ...input, facts: { reason } }),
    );
  }
  return { status: 'not_required', reason };
}
