/**
 * Sends one reserved code: budgets, committed row, provider, settlement. Whatever was reserved is
 * given back unless the SMS may be on its way (decisions 13, 15).
 */

import type { PendingAnswer } from '../answers.js';
import { pendingAnswer } from '../sign-in/challenge-answer.js';
import type { ReservedSend, SendCodeDeps } from './reserved-send.js';
import { otherChannels } from './destination.js';
import { handOver } from './hand-over.js';
import type { SettleCommand } from '../ports/challenge-commands.js';
import { providerRefusal } from './refuse-provider.js';
import { tryAgain } from '../try-again.js';
import { giveBackBudgets, takeBudgets } from './take-budgets.js';

/** Answers the pending challenge, or throws the refusal after giving everything back. */
export async function sendCode(deps: SendCodeDeps, send: ReservedSend): Promise<PendingAnswer> {
  await refuseAtOnce(deps, send);
  await takeOrSettle(deps, send);
  await record(deps, send);
  const outcome = await handOver(deps, send);
  if (outcome.kind === 'accepted' || outcome.kind === 'unknown') {
    await settle(deps, send, outcome.kind);
    return answer(deps, send, outcome.kind);
  }
  await giveBack(deps, send);
  throw providerRefusal(outcome, otherChannels(send.destination));
}

function answer(
  deps: SendCodeDeps,
  { challenge, destination }: ReservedSend,
  status: 'accepted' | 'unknown',
): PendingAnswer {
  const delivery = { ...challenge.delivery, status };
  return pendingAnswer(
    deps,
    { ...challenge, delivery },
    {
      lastTwo: destination.phone.lastTwo,
      availableChannels: destination.availableChannels,
    },
  );
}

/** While the provider hangs or fails, whoever asks costs hardly anything (R113): nothing is counted or written. */
async function refuseAtOnce(deps: SendCodeDeps, send: ReservedSend): Promise<void> {
  const { destination } = send;
  const { channel, country } = destination;
  const cause = deps.sender.refusesNow(channel);
  if (cause === null) return;
  const outcome = { kind: 'unavailable', cause, providerCode: null } as const;
  deps.events.smsSent(outcome, { country, channel }, 0);
  await settle(deps, send, 'refused');
  throw providerRefusal(outcome, otherChannels(destination));
}

async function takeOrSettle(deps: SendCodeDeps, send: ReservedSend): Promise<void> {
  try {
    await takeBudgets(deps, send);
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
  await Promise.all([giveBackBudgets(deps, send), settle(deps, send, 'refused')]);
}

/**
 * Tried again behind the answer, so that a start that was told an error leaves nothing to find (decision 11).
 * What stays unsettled counts as unknown once its lease is over.
 */
async function settle(
  deps: SendCodeDeps,
  { challenge, messageId }: ReservedSend,
  outcome: SettleCommand['outcome'],
): Promise<void> {
  const work = () => deps.challenges.settleSend({ id: challenge.id, messageId, outcome });
  await work().catch(() => tryAgain(deps, 'settle_send', work));
}
