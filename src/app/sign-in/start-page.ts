/** The page's side of a start: its record comes before its challenge, and goes with a start that led elsewhere. */

import type { Door } from '../../domain/challenge.js';
import { invalid, RefusalError } from '../errors.js';
import type { Call } from '../call.js';
import type { ChallengeRequest } from './challenge-request.js';
import type { SignInDeps } from './sign-in-deps.js';

/** So that no challenge is ever without its way back. */
export async function writePage(
  deps: Pick<SignInDeps, 'pages'>,
  { client }: Call,
  request: ChallengeRequest,
): Promise<void> {
  const { door, wayBack, nonceDigest, id: challengeId } = request;
  if (door === null || wayBack === null || nonceDigest === null) return;
  const { companyId, userId, purpose, action, locale } = request;
  const { clientId } = client;
  const about = { companyId, userId, clientId, purpose, action, locale, nonceDigest };
  await deps.pages.open({ id: door, ...about, ...wayBack, challengeId });
}

/** A page that nobody was told of; what cannot be forgotten expires. */
export async function dropPage(
  deps: Pick<SignInDeps, 'pages' | 'events'>,
  { door, wayBack }: ChallengeRequest,
): Promise<void> {
  if (door === null || wayBack === null) return;
  try {
    await deps.pages.forget(door);
  } catch {
    deps.events.deferred('forget_page');
  }
}

/** An equal start finds the same page and renews its way back; one by another door is refused (decision 11). */
export async function meetAtDoor(
  deps: Pick<SignInDeps, 'pages'>,
  { door, wayBack }: ChallengeRequest,
  known: Door,
): Promise<void> {
  if ((door === null) !== (known === null)) throw invalid('#/returnUrl', OTHER_DOOR);
  if (known === null) return;
  // Under a page that is there already: a start has opened another one for this nonce meanwhile.
  if (wayBack === null && known !== door) throw new RefusalError('challenge_expired');
  if (wayBack === null) return;
  if (!(await deps.pages.setWayBack(known, wayBack))) throw new RefusalError('challenge_expired');
}

const OTHER_DOOR = 'a challenge with this nonce is open: with returnUrl, or without, but not both';
