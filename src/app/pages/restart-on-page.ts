/** A new code on the same page: another challenge of the same person, client, nonce and way back. */

import { isOpen, type Channel } from '../../domain/challenge.js';
import { hasToken } from '../../domain/token.js';
import type { StartAnswer } from '../answers.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import { readPerson } from '../read-person.js';
import { beginChallenge } from '../sign-in/begin-challenge.js';
import { showOpened } from '../sign-in/open-challenge.js';
import { endedError } from '../sign-in/refuse-ended.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';
import { callOf, visitPage, type Visited } from './visit-page.js';

/** One that can still be approved is answered as it stands; one ended by hand or approved stays so. */
export function makeRestartOnPage(deps: PageDeps): PageUseCases['restartOnPage'] {
  return async (request, { channel, ...visit }) => {
    const visited = await visitPage(deps, visit);
    const { challengeId, clientId } = visited.page;
    const ending = await deps.ledger.readEnding(challengeId, clientId);
    if (ending) throw endedError(ending.outcome === 'approved' ? 'approved' : 'canceled');
    const known = await deps.challenges.read(challengeId, clientId);
    if (known && isOpen(known) && known.attemptsRemaining > 0) {
      return showOpened(deps, known, await readPerson(deps.people, visited.page));
    }
    if (known?.status === 'approved' || known?.status === 'canceled') {
      throw endedError(known.status);
    }
    return restart(deps, callOf(visited, request), { ...visited, channel });
  };
}

/** Repeats meet at the nonce; whichever comes last moves the page to where it already is. */
async function restart(
  deps: PageDeps,
  call: Call,
  { page, channel }: Visited & { readonly channel: Channel | null },
): Promise<StartAnswer> {
  const { companyId, userId, purpose, action, locale, nonceDigest } = page;
  // What else ends on a page begins where it was begun: a change of number needs its proof again.
  if (!hasToken(purpose)) throw new RefusalError('challenge_expired');
  const answer = await beginChallenge(deps, call, {
    ...{ companyId, userId, purpose, action, channel, locale, nonceDigest },
    ...{ id: deps.challenges.newId(page), idempotency: null, door: page.id, wayBack: null },
  });
  if (answer.status === 'not_required') return answer;
  const moved = await deps.pages.moveTo(page.id, page.challengeId, answer.id);
  if (moved === 'not_found') throw new RefusalError('challenge_not_found');
  return answer;
}
