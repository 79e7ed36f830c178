/** Sends a code once more by itself when the provider could not deliver it for a reason that may pass (T12). */

import { PROVIDER_DEADLINE_MS, REQUEST_DEADLINE_MS } from '../../domain/limits.js';
import type { Call } from '../call.js';
import type { ClientDirectory } from '../client-directory.js';
import { RefusalError } from '../errors.js';
import { newMessageId } from '../new-id.js';
import type { ReserveOutcome } from '../ports/challenge-outcomes.js';
import type { ReportedMessage } from '../ports/receipt-store.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import { readPerson } from '../read-person.js';
import { chooseDestination, openPhone, type Destination } from '../sending/destination.js';
import { recordOpening } from '../sending/record-opening.js';
import { sendCode } from '../sending/send-code.js';
import { requirePending, type PendingChallenge } from '../sign-in/challenge-answer.js';
import { requireReachable } from '../sign-in/require-reachable.js';
import { counterOf } from '../sign-in/resend-code.js';
import type { SignInDeps } from '../sign-in/sign-in-deps.js';
import { newCallback } from './callback.js';

export type RepeatDeps = SignInDeps & { readonly directory: Pick<ClientDirectory, 'byId'> };

/** Whether one repeat may help: a text message with a code, failed just now, that repeats no other. */
export function isRepeatable(message: ReportedMessage): boolean {
  const { kind, channel, isRepeat, hasMoved, reason } = message;
  const isCode = kind === 'code' && channel === 'sms' && message.challengeId !== null;
  return isCode && hasMoved && !isRepeat && reason === 'temporary';
}

/**
 * The same code, inside its life, by the same checks and out of the same budgets as any send. Never rejects:
 * whoever waits for the code may ask again. Lost when the process ends first, and never doubled: the row
 * that says what it repeats is there before the provider is called.
 */
export async function repeatMessage(
  deps: RepeatDeps,
  message: ReportedMessage,
  correlationId: string,
): Promise<void> {
  try {
    const outcome = await repeatOnce(deps, message, correlationId);
    if (outcome !== 'in_flight') return;
    // The report overtook the provider's answer, which is told within its deadline.
    deps.clock.after(PROVIDER_DEADLINE_MS, async () => {
      await repeatOnce(deps, message, correlationId).catch((error: unknown) => tell(deps, error));
    });
  } catch (error) {
    tell(deps, error);
  }
}

function tell({ events }: RepeatDeps, error: unknown): void {
  if (!(error instanceof RefusalError)) events.deferred('repeat');
}

type Repeated = 'sent' | Exclude<ReserveOutcome['kind'], 'reserved'> | 'factor_gone';

/** Throws the refusal of a send. */
async function repeatOnce(
  deps: RepeatDeps,
  message: ReportedMessage,
  correlationId: string,
): Promise<Repeated> {
  deps.sendSwitch.requireOn();
  const { challengeId: id, id: repeats } = message;
  const person = await readPerson(deps.people, message);
  const factor = await phoneOf(deps, message, person);
  if (!factor || id === null) return 'factor_gone';
  const { factorId, version: factorVersion, state: factorState, index: numberKey } = factor;
  const phone = openPhone(deps.vault, person, factor);
  const target = { phone, state: factorState, requested: 'sms' } as const;
  const destination = chooseDestination(deps.rules, person, target);
  const messageId = newMessageId();
  const reserved = await deps.challenges.reserveRepeat({
    ...{ id, repeats, counter: counterOf(person, factor) },
    send: { messageId, factorId, factorVersion, factorState, numberKey },
  });
  if (reserved.kind !== 'reserved') return reserved.kind;
  const challenge = requirePending(reserved.challenge);
  await send(deps, { person, factor, destination, messageId, repeats, challenge }, correlationId);
  return 'sent';
}

async function phoneOf(
  deps: RepeatDeps,
  message: ReportedMessage,
  { activePhone }: Person,
): Promise<StoredPhone | undefined> {
  if (activePhone?.factorId === message.factorId) return activePhone;
  return deps.people.findPhone(message, message.factorId);
}

interface Reserved {
  readonly person: Person;
  readonly factor: StoredPhone;
  readonly destination: Destination;
  readonly messageId: ReportedMessage['id'];
  readonly repeats: ReportedMessage['id'];
  readonly challenge: PendingChallenge;
}

/** Whatever is refused from here on is given back. */
async function send(deps: RepeatDeps, reserved: Reserved, correlationId: string): Promise<void> {
  const { challenge, messageId, person } = reserved;
  const { destination, codeLength: length, keyId } = challenge.delivery;
  const code = deps.codes.again({ challengeId: challenge.id, destination, length }, keyId);
  const call = callOf(deps, challenge, correlationId);
  if (!code || !call) {
    await deps.challenges.settleSend({ id: challenge.id, messageId, outcome: 'refused' });
    return;
  }
  const opening = { ...reserved, call, callback: newCallback(deps.rules) };
  const record = async () => {
    requireReachable(person, challenge);
    await recordOpening(deps, opening);
  };
  await sendCode(deps, { ...opening, code, record });
}

/** In the name of the client that the challenge belongs to; undefined when that was revoked. */
function callOf(
  { directory, clock }: RepeatDeps,
  { clientId }: PendingChallenge,
  correlationId: string,
): Call | undefined {
  const client = directory.byId(clientId);
  const deadlineMs = clock.monotonicMs() + REQUEST_DEADLINE_MS + PROVIDER_DEADLINE_MS;
  return client && { client, actor: null, correlationId, deadlineMs, idempotencyKey: null };
}
