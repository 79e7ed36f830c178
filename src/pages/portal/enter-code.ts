/** Checks a code for the challenge that a session has under way, and lets the session know. */

import { RefusalError } from '../../app/errors.js';
import type { ChallengeId } from '../../domain/ids.js';
import { redirectTo, type PageAnswer } from '../page.js';
import type { Guest } from './guest.js';
import type { PortalPagesDeps } from './portal-deps.js';

export interface EnteredCode {
  readonly id: ChallengeId;
  readonly code: string;
  readonly next: `/${string}`;
}

/** Throws the refusal of a code that was not right. The session goes on under a new id (R085). */
export async function enterCode(
  { portal, useCases }: Pick<PortalPagesDeps, 'portal' | 'useCases'>,
  guest: Guest,
  { id, code, next }: EnteredCode,
): Promise<PageAnswer> {
  try {
    await useCases.verifyChallenge(guest.call(), { id, code, nonce: null });
  } catch (error) {
    if (!wasApproved(error)) throw error;
  }
  const entered = await portal.approveStepUp(guest.sessionId, id);
  if (entered) guest.visit.setCookie('portal', entered.id);
  return redirectTo(entered ? next : '/portal');
}

/** By the same form, whose answer was lost: the code was right, and the session did not hear of it. */
function wasApproved(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'challenge_approved';
}
