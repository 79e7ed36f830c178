/**
 * Sends a code to a new number: in place of the proven one by a step-up, or as the first by a grant. The
 * code proves the number; until then everything is as it was.
 */

import { invalid, RefusalError } from '../errors.js';
import { pickLocale } from '../../domain/texts/texts.js';
import type { PendingAnswer } from '../answers.js';
import type { Call } from '../call.js';
import { newCallback } from '../delivery/callback.js';
import { idempotencyOf } from '../idempotency.js';
import { newMessageId } from '../new-id.js';
import { isCurrentNoticeOf, subjectOf } from '../notice-of.js';
import type { Person } from '../ports/sign-in-reader.js';
import type { StepUpUse } from '../ports/step-up.js';
import { readPerson, requireCompany } from '../read-person.js';
import { auditRefusal } from '../sending/audit-refused-send.js';
import { chooseDestination } from '../sending/destination.js';
import { digestOf, reservationOf } from '../sending/reservation.js';
import { sendCode } from '../sending/send-code.js';
import { requirePending } from '../sign-in/challenge-answer.js';
import type { ChallengeRequest } from '../sign-in/challenge-request.js';
import { readEnrolmentPhone, type EnrolmentPhone } from '../sign-in/enrolment-phone.js';
import { requireLeave, requireLeaveFor } from '../sign-in/leave-to-enrol.js';
import { openChallenge } from '../sign-in/open-challenge.js';
import { recordEnrolment } from '../sign-in/record-enrolment.js';
import { showPending } from '../sign-in/show-challenge.js';
import { fittingStepUp } from './fitting-step-up.js';
import type { PhoneDeps } from './phone-deps.js';
import type { ChangePhoneInput, PhoneUseCases } from './phone-use-cases.js';

export function makeChangePhone(deps: PhoneDeps): PhoneUseCases['changePhone'] {
  return async (call, input) => {
    requireCompany(call.client, input.companyId);
    const person = await readPerson(deps.people, input, 'path:');
    const purpose = person.activePhone ? 'change_phone' : 'enrol_phone';
    requireLeave(purpose, person);
    const stepUp = requireStepUp(call, input, person);
    if (!isCurrentNoticeOf(deps.rules, subjectOf(person), input.noticeVersion)) {
      throw invalid('#/noticeVersion', 'is not the current notice: read it and show it first');
    }
    const phone = await readEnrolmentPhone(deps, person, input);
    requireLeaveFor(phone, person);
    const request = requestOf(deps, call, { input, purpose });
    const change = { input, person, phone, stepUp, request };
    return auditRefusal(deps, { call, person, send: () => send(deps, call, change) });
  };
}

/** Only where a proven number would be replaced. Used up where the number is recorded. */
function requireStepUp(
  call: Call,
  { stepUp }: ChangePhoneInput,
  { activePhone, companyId, userId }: Person,
): StepUpUse | null {
  if (!activePhone) return null;
  const fitting = fittingStepUp(call, stepUp, { companyId, userId, action: 'change_phone' });
  if (!fitting) throw new RefusalError('step_up_required');
  return fitting;
}

function requestOf(
  deps: PhoneDeps,
  call: Call,
  { input, purpose }: { input: ChangePhoneInput; purpose: 'change_phone' | 'enrol_phone' },
): ChallengeRequest {
  const { stepUp: _, channel, ...rest } = input;
  // The version before this one, which runs beside it while an update rolls out, knows no channel.
  const body = { ...rest, ...(channel !== null && { channel }) };
  const { companyId, userId, locale } = input;
  return {
    ...{ companyId, userId, purpose, action: null, channel: null, locale },
    ...{ id: deps.challenges.newId(input), nonceDigest: null, door: null, wayBack: null },
    idempotency: idempotencyOf(deps.digests, call, { operation: 'phone', body }),
  };
}

interface Change {
  readonly input: ChangePhoneInput;
  readonly person: Person;
  readonly phone: EnrolmentPhone;
  readonly stepUp: StepUpUse | null;
  readonly request: ChallengeRequest;
}

async function send(deps: PhoneDeps, call: Call, change: Change): Promise<PendingAnswer> {
  deps.sendSwitch.requireOn();
  const { input, person, phone, stepUp, request } = change;
  const destination = chooseDestination(deps.rules, person, {
    ...{ phone: phone.number, state: 'pending', requested: input.channel },
  });
  const { channel } = destination;
  const { factor } = phone;
  const { codeLength: length } = deps.rules;
  const issued = deps.codes.issue({ challengeId: request.id, destination: 0, length });
  const messageId = newMessageId();
  const callback = newCallback(deps.rules);
  const locale = pickLocale(input.locale, person.company.locale);
  const opened = await openChallenge(deps, call, {
    ...{ request, person, canSkip: false },
    send: {
      ...reservationOf({ factor, messageId, channel, locale }),
      ...digestOf(issued, deps.rules),
    },
    counter: { epoch: 0, failures: phone.failures, lockedForMs: 0 },
  });
  if (!opened.isNew) return showPending(deps, opened.challenge);
  const challenge = requirePending(opened.challenge);
  const opening = { call, person, challenge, factor, destination, messageId, callback };
  const notice = { noticeVersion: input.noticeVersion, noticeLocale: locale };
  const pending = { ...phone.sealed, ...notice, ...(stepUp && { change: { stepUp } }) };
  const record = () => recordEnrolment(deps, opening, pending);
  return sendCode(deps, { ...opening, code: issued.code, record });
}
