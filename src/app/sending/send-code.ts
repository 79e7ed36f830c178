/**
 * Sends one reserved code: number budget, committed row, provider, settlement. Whatever was reserved is
 * given back unless the SMS may be on its way (decisions 13, 15).
 */

import type { PendingAnswer } from '../answers.js';
import { pendingAnswer } from '../sign-in/challenge-answer.js';
import type { ReservedSend, SendCodeDeps } from './reserved-send.js';
import { RefusalError, retryAfter } from '../errors.js';
import { handOver } from './hand-over.js';
import type { SettleCommand } from '../ports/challenge-commands.js';
import { providerRefusal } from './refuse-provider.js';

/** Answers the pending challenge, or throws the refusal after giving everything back. */
export async function sendCode(deps: SendCodeDeps, send: ReservedSend): Promise<PendingAnswer> {
  await reserveBudget(deps, send);
  await record(deps, send);
  const outcome = await handOver(deps, send);
  if (outcome.kind === 'accepted' || outcome.kind === 'unknown') {
    await settle(deps, send, outcome.kind);
    return answer(deps, send, outcome.kind);
  }
  await giveBack(deps, send);
  throw providerRefusal(outcome);
}

function answer(
  deps: SendCodeDeps,
  { challenge, destination }: ReservedSend,
  status: 'accepted' | 'unknown',
): PendingAnswer {
  const delivery = { ...challenge.delivery, status };
  return pendingAnswer(deps, { ...challenge, delivery }, destination.phone.lastTwo);
}

async function reserveBudget(deps: SendCodeDeps, send: ReservedSend): Promise<void> {
  const { factor, messageId } = send;
  try {
    const proven = factor.state === 'active';
    const budget = await deps.budget.reserve({ numberKey: factor.index, messageId, proven });
    if (budget.kind === 'reserved') return;
    deps.events.sendLimited(budget.limit);
    throw new RefusalError('send_limit_reached', {
      limit: budget.limit,
      retryAfterSeconds: retryAfter(budget.retryAfterMs),
    });
  } catch (error) {
    await settle(deps, send, 'refused');
    throw error;
  }
}

async function record(deps: SendCodeDeps, send: ReservedSend): Promise<void> {
  try {
    await send.record();
  } catch (error) {
    await giveBack(deps, send);
    throw error;
  }
}

async function giveBack(deps: SendCodeDeps, send: ReservedSend): Promise<void> {
  const { factor, messageId } = send;
  try {
    await deps.budget.giveBack({ numberKey: factor.index, messageId });
  } catch {
    deps.events.deferred('settle_send');
  }
  await settle(deps, send, 'refused');
}

/** A send that cannot be settled counts as unknown once its lease is over. */
async function settle(
  deps: SendCodeDeps,
  { challenge, messageId }: ReservedSend,
  outcome: SettleCommand['outcome'],
): Promise<void> {
  try {
    await deps.challenges.settleSend({ id: challenge.id, messageId, outcome });
  } catch {
    deps.events.deferred('settle_send');
  }
}
