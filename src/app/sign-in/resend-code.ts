/** Sends the same code once more; its life is never extended. */

import type { Channel } from '../../domain/challenge.js';
import type { ChallengeId } from '../../domain/ids.js';
import type { PendingAnswer } from '../answers.js';
import { auditRefusal } from '../sending/audit-refused-send.js';
import type { Call } from '../call.js';
import { newCallback } from '../delivery/callback.js';
import { isPending, requirePending, type PendingChallenge } from './challenge-answer.js';
import { chooseDestination, failedChannels, openPhone } from '../sending/destination.js';
import { RefusalError, StoreUnavailableError } from '../errors.js';
import { idempotencyOf } from '../idempotency.js';
import { newMessageId } from '../new-id.js';
import type { FailureCounter } from '../ports/challenge-commands.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import { readOpenChallenge } from './read-open-challenge.js';
import { readPerson } from '../read-person.js';
import { recordOpening } from '../sending/record-opening.js';
import { requireReachable } from './require-reachable.js';
import { reserveRefusal } from '../sending/refuse-send.js';
import { reservationOf } from '../sending/reservation.js';
import { sendCode } from '../sending/send-code.js';
import { showPending } from './show-challenge.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { SignInUseCases } from '../use-cases.js';

export function makeResendCode(deps: SignInDeps): SignInUseCases['resendCode'] {
  return async (call, { id, channel }) => {
    const challenge = await readOpenChallenge(deps.challenges, call, id);
    if (!isPending(challenge)) throw new RefusalError('code_not_sent');
    const person = await readPerson(deps.people, challenge);
    requireReachable(person, challenge);
    const factor = await phoneOf(deps, challenge, person);
    const send = () => resend(deps, call, { challenge, person, factor, requested: channel });
    return auditRefusal(deps, { call, person, hasCode: true, send });
  };
}

interface Resend {
  readonly requested: Channel | null;
  readonly challenge: PendingChallenge;
  readonly person: Person;
  readonly factor: StoredPhone;
}

async function resend(deps: SignInDeps, call: Call, request: Resend): Promise<PendingAnswer> {
  deps.sendSwitch.requireOn();
  const { challenge, person, factor, requested } = request;
  const { id, delivery } = challenge;
  const phone = openPhone(deps.vault, person, factor);
  const destination = chooseDestination(deps.rules, person, {
    ...{ phone, state: factor.state, failed: failedChannels(delivery) },
    requested: requested ?? delivery.channel,
  });
  const { channel } = destination;
  const { destination: number, codeLength: length, keyId } = delivery;
  const code = deps.codes.again({ challengeId: id, destination: number, length }, keyId);
  if (!code) throw new StoreUnavailableError('redis', 'unknown_key');
  const messageId = newMessageId();
  const callback = newCallback(deps.rules);
  const reserved = await deps.challenges.reserveResend({
    id,
    clientId: call.client.clientId,
    idempotency: idempotencyOf(deps.digests, call, {
      operation: 'resend',
      body: bodyOf(id, requested),
    }),
    send: reservationOf({ factor, messageId, channel, locale: delivery.locale }),
    counter: counterOf(person, factor),
  });
  if (reserved.kind === 'repeated') return showPending(deps, reserved.challenge);
  if (reserved.kind !== 'reserved') throw reserveRefusal(reserved);
  const pending = requirePending(reserved.challenge);
  const opening = { call, person, challenge: pending, factor, destination, messageId, callback };
  return sendCode(deps, { ...opening, code, record: () => recordOpening(deps, opening) });
}

/** The version before this one knew no channel here, and runs beside it while an update rolls out. */
function bodyOf(id: ChallengeId, channel: Channel | null): unknown {
  return channel === null ? { id } : { id, channel };
}

/** The phone the code was sent to, as it was then: proven meanwhile, it belongs to another challenge. */
async function phoneOf(
  deps: SignInDeps,
  challenge: PendingChallenge,
  person: Person,
): Promise<StoredPhone> {
  const { factorId, factorVersion, factorState } = challenge.delivery;
  const active = person.activePhone;
  const phone =
    active?.factorId === factorId ? active : await deps.people.findPhone(challenge, factorId);
  if (phone?.version !== factorVersion || phone.state !== factorState) {
    throw new RefusalError('challenge_canceled');
  }
  return phone;
}

/** A pending phone counts on itself, an active one on its employee (decision 7). */
export function counterOf(person: Person, phone: StoredPhone | null): FailureCounter {
  if (phone?.state !== 'pending') return person.counter;
  return { epoch: 0, failures: phone.failures, lockedForMs: 0 };
}
