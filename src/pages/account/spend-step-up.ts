/** Acts that need a fresh code: asks for it first, and uses it up afterwards. */

import { RefusalError } from '../../app/errors.js';
import type { StepUpUse } from '../../app/ports/step-up.js';
import type { Action } from '../../domain/challenge.js';
import type { PageAnswer } from '../page.js';
import type { Guest } from '../portal/guest.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { proofAddress } from '../portal/proof-address.js';

type Redirect = Extract<PageAnswer, { kind: 'redirect' }>;
export type Proven = { readonly kind: 'proven'; readonly stepUp: StepUpUse } | Redirect;

/** The code that was entered for this act, or the way to where it is asked for. */
export function proven(guest: Guest, action: Action, path: string): Proven {
  const stepUp = guest.stepUp(action);
  return stepUp ? { kind: 'proven', stepUp } : askFor(action, path);
}

export interface Spending {
  readonly action: Action;
  /** The page to come back to with a new code. */
  readonly path: string;
  readonly act: (stepUp: StepUpUse) => Promise<PageAnswer>;
}

/**
 * The committed use decides whether the code is still good; the session forgets it only after the act, so
 * that the same form sent twice is one act.
 */
export async function spend(
  { portal }: Pick<PortalPagesDeps, 'portal'>,
  guest: Guest,
  { action, path, act }: Spending,
): Promise<PageAnswer> {
  const stepUp = proven(guest, action, path);
  if (stepUp.kind === 'redirect') return stepUp;
  try {
    const answer = await act(stepUp.stepUp);
    await portal.takeStepUp(guest.sessionId, action);
    return answer;
  } catch (error) {
    if (!isSpent(error)) throw error;
    await portal.takeStepUp(guest.sessionId, action);
    return askFor(action, path);
  }
}

/** Used before, or older than five minutes. */
function isSpent(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'step_up_required';
}

function askFor(action: Action, path: string): Redirect {
  return { kind: 'redirect', to: proofAddress(action, path) };
}
