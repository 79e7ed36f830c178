/** Shows a challenge in the words of the API: masked, with what can be done next. */

import type { ChallengeDelivery, OpenChallenge } from '../../domain/challenge.js';
import { maskOf } from '../../domain/phone-number.js';
import { decide, type Decision } from '../../domain/second-factor.js';
import type { EnrolmentRequiredAnswer, PendingAnswer } from '../answers.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import type { Vault } from '../ports/vault.js';
import type { ServiceRules } from '../service-rules.js';
import { pageUrl } from '../pages/page-url.js';

/** Where the pages are, for those who are sent there. */
interface WithAddress {
  readonly rules: Pick<ServiceRules, 'publicUrl'>;
}

export type PendingChallenge = OpenChallenge & { readonly delivery: ChallengeDelivery };

export function isPending(challenge: OpenChallenge): challenge is PendingChallenge {
  return challenge.delivery !== null;
}

/** For a challenge that was just reserved a code: anything else is a bug of the store. */
export function requirePending(challenge: OpenChallenge): PendingChallenge {
  if (isPending(challenge)) return challenge;
  throw new Error('the pending store reserved a code for a challenge without one');
}

/** The number of a pending challenge, as far as it is told. */
interface Reachable {
  readonly lastTwo: string;
  readonly availableChannels: PendingAnswer['availableChannels'];
}

export function pendingAnswer(
  { rules }: WithAddress,
  challenge: PendingChallenge,
  { lastTwo, availableChannels }: Reachable,
): PendingAnswer {
  const { delivery, door } = challenge;
  return {
    status: 'pending',
    id: challenge.id,
    channel: delivery.channel,
    maskedDestination: maskOf(lastTwo),
    codeLength: delivery.codeLength,
    expiresAt: new Date(challenge.expiresAtMs),
    attemptsRemaining: challenge.attemptsRemaining,
    resendAvailableAt: new Date(delivery.resendAvailableAtMs),
    availableChannels,
    delivery: {
      status: delivery.status,
      reason: delivery.reason,
      updatedAt: new Date(delivery.updatedAtMs),
    },
    ...(door !== null && { url: pageUrl(rules.publicUrl, door) }),
  };
}

type Enrolment = Extract<Decision, { kind: 'enrolment_required' }>;

/** Renders from the present policy: deadline and grant may have moved since the challenge was opened. */
export function enrolmentAnswer(
  { vault, rules }: WithAddress & { readonly vault: Vault },
  challenge: OpenChallenge,
  person: Person,
): EnrolmentRequiredAnswer {
  const decision = decide(person.standing);
  const enrolment: Pick<Enrolment, 'grant' | 'deadline' | 'canSkip'> =
    decision.kind === 'enrolment_required' ? decision : CLOSED;
  const { grant, deadline, canSkip } = enrolment;
  return {
    status: 'enrolment_required',
    id: challenge.id,
    expiresAt: new Date(challenge.expiresAtMs),
    enrolment: { grant, deadline, canSkip },
    ...(challenge.door !== null &&
      grant === 'open' && { url: pageUrl(rules.publicUrl, challenge.door) }),
    ...(person.importedPhone && {
      maskedDestination: maskOf(lastTwoOf(person, person.importedPhone, vault)),
    }),
  };
}

const CLOSED = { grant: 'none', deadline: null, canSkip: false } as const;

/** The last two digits of a stored phone. */
export function lastTwoOf(
  { companyId, userId }: Pick<Person, 'companyId' | 'userId'>,
  phone: StoredPhone,
  vault: Vault,
): string {
  return vault.openMask(phone.sealedMask, { companyId, userId, factorId: phone.factorId });
}
