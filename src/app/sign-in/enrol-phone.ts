/** Sends a code to the number a person gives while signing in; verifying it makes the number the factor. */

import type { Door, OpenChallenge } from '../../domain/challenge.js';
import { pickLocale } from '../../domain/texts/texts.js';
import type { PendingAnswer } from '../answers.js';
import { auditRefusal } from '../sending/audit-refused-send.js';
import type { Call } from '../call.js';
import { newCallback } from '../delivery/callback.js';
import { requirePending, type PendingChallenge } from './challenge-answer.js';
import { chooseDestination, failedChannels } from '../sending/destination.js';
import { readEnrolmentPhone, type EnrolmentPhone } from './enrolment-phone.js';
import { invalid, RefusalError } from '../errors.js';
import { idempotencyOf } from '../idempotency.js';
import { newMessageId } from '../new-id.js';
import { isCurrentNoticeOf, subjectOf } from '../notice-of.js';
import type { Person } from '../ports/sign-in-reader.js';
import { requireLeave, requireLeaveFor } from './leave-to-enrol.js';
import { readOpenChallenge } from './read-open-challenge.js';
import { readPerson } from '../read-person.js';
import { onPageError } from './refuse-ended.js';
import { recordEnrolment } from './record-enrolment.js';
import { reserveRefusal } from '../sending/refuse-send.js';
import { digestOf, reservationOf } from '../sending/reservation.js';
import { sendCode } from '../sending/send-code.js';
import { showPending } from './show-challenge.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { EnrolInput, SignInUseCases } from '../use-cases.js';

export function makeEnrolPhone(deps: SignInDeps): SignInUseCases['enrolPhone'] {
  return (call, input) => enrolAt(deps, call, { ...input, door: null });
}

/** Enrols at one door; at another than the challenge's own it is `challenge_on_page`. */
export async function enrolAt(
  deps: SignInDeps,
  call: Call,
  input: EnrolInput & { readonly door: Door },
): Promise<PendingAnswer> {
  const challenge = await readOpenChallenge(deps.challenges, call, input.id);
  if (challenge.door !== input.door) throw onPageError();
  const person = await readPerson(deps.people, challenge);
  requireNewNumber(challenge);
  requireLeave(challenge.purpose, person);
  if (!isCurrentNoticeOf(deps.rules, subjectOf(person), input.noticeVersion)) {
    throw invalid('#/noticeVersion', 'is not the current notice: read it and show it first');
  }
  const phone = await readEnrolmentPhone(deps, person, input);
  requireLeaveFor(phone, person);
  const send = () => enrol(deps, call, { input, challenge, person, phone });
  return auditRefusal(deps, { call, person, hasCode: challenge.delivery !== null, send });
}

/** Only a challenge that began as an enrolment or a change. */
function requireNewNumber({ delivery }: OpenChallenge): void {
  if (delivery?.factorState === 'active') throw new RefusalError('enrolment_not_open');
}

/** Whether the number that was given is the one that the last code went to. */
function isSameNumber(
  challenge: OpenChallenge,
  { factor }: EnrolmentPhone,
): challenge is PendingChallenge {
  return challenge.delivery?.factorId === factor.factorId;
}

interface Enrolment {
  readonly input: EnrolInput;
  readonly challenge: OpenChallenge;
  readonly person: Person;
  readonly phone: EnrolmentPhone;
}

async function enrol(deps: SignInDeps, call: Call, enrolment: Enrolment): Promise<PendingAnswer> {
  deps.sendSwitch.requireOn();
  const { input, challenge, person, phone } = enrolment;
  const destination = chooseDestination(deps.rules, person, {
    ...{ phone: phone.number, state: 'pending', requested: input.channel },
    failed: isSameNumber(challenge, phone) ? failedChannels(challenge.delivery) : [],
  });
  const { channel } = destination;
  const number = challenge.delivery ? challenge.delivery.destination + 1 : 0;
  const { codeLength: length } = deps.rules;
  const issued = deps.codes.issue({ challengeId: challenge.id, destination: number, length });
  const messageId = newMessageId();
  const callback = newCallback(deps.rules);
  const locale = pickLocale(input.locale, person.company.locale);
  const { factor } = phone;
  // What was sent holds the channel where one was given; the version before this one knew none.
  const { channel: _, ...body } = input;
  const reserved = await deps.challenges.reserveDestination({
    id: challenge.id,
    clientId: call.client.clientId,
    idempotency: idempotencyOf(deps.digests, call, { operation: 'enrolment', body }),
    send: {
      ...reservationOf({ factor, messageId, channel, locale }),
      ...digestOf(issued, deps.rules),
    },
    destination: number,
    counter: { epoch: 0, failures: phone.failures, lockedForMs: 0 },
  });
  if (reserved.kind === 'repeated') return showPending(deps, reserved.challenge);
  if (reserved.kind !== 'reserved') throw reserveRefusal(reserved);
  const pending = requirePending(reserved.challenge);
  const opening = { call, person, challenge: pending, factor, destination, messageId, callback };
  const notice = { noticeVersion: input.noticeVersion, noticeLocale: locale };
  const change = challenge.purpose === 'change_phone' && { change: { stepUp: null } };
  const record = () => recordEnrolment(deps, opening, { ...phone.sealed, ...notice, ...change });
  return sendCode(deps, { ...opening, code: issued.code, record });
}
