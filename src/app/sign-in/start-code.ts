/** Starts a challenge on a proven phone: one reservation, one SMS. */

import { pickLocale } from '../../domain/texts/texts.js';
import type { StartAnswer } from '../answers.js';
import type { Call } from '../call.js';
import { newCallback } from '../delivery/callback.js';
import { requirePending } from './challenge-answer.js';
import { chooseDestination, openPhone } from '../sending/destination.js';
import { newMessageId } from '../new-id.js';
import { openChallenge, showOpened } from './open-challenge.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import { recordOpening } from '../sending/record-opening.js';
import { digestOf, reservationOf } from '../sending/reservation.js';
import { sendCode } from '../sending/send-code.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { ChallengeRequest } from './challenge-request.js';

interface CodeStart {
  readonly request: ChallengeRequest;
  readonly person: Person;
}

export async function startCode(
  deps: SignInDeps,
  call: Call,
  { request, person }: CodeStart,
): Promise<StartAnswer> {
  deps.sendSwitch.requireOn();
  const factor = provenPhone(person);
  const phone = openPhone(deps.vault, person, factor);
  const { id, channel: requested } = request;
  const target = { phone, state: factor.state, requested };
  const destination = chooseDestination(deps.rules, person, target);
  const { channel } = destination;
  const { codeLength } = deps.rules;
  const issued = deps.codes.issue({ challengeId: id, destination: 0, length: codeLength });
  const messageId = newMessageId();
  const callback = newCallback(deps.rules);
  const locale = pickLocale(request.locale, person.company.locale);
  const send = {
    ...reservationOf({ factor, messageId, channel, locale }),
    ...digestOf(issued, deps.rules),
  };

  const opened = await openChallenge(deps, call, { request, person, canSkip: false, send });
  if (!opened.isNew) return showOpened(deps, opened.challenge, person);

  const challenge = requirePending(opened.challenge);
  const opening = { call, person, challenge, factor, destination, messageId, callback };
  return sendCode(deps, {
    ...opening,
    code: issued.code,
    record: () => recordOpening(deps, opening),
  });
}

function provenPhone(person: Person): StoredPhone {
  if (person.activePhone) return person.activePhone;
  throw new Error('a code was decided on for a person without a phone');
}
