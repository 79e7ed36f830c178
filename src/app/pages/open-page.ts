/** Opens a page for an act inside the pages: a fresh code, and back to an address of our own. */

import { randomBytes } from 'node:crypto';

import { isOpen } from '../../domain/challenge.js';
import { idempotencyOf } from '../idempotency.js';
import { requireCompany } from '../read-person.js';
import { beginChallenge } from '../sign-in/begin-challenge.js';
import { endedError } from '../sign-in/refuse-ended.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';

const NONCE_BYTES = 32;

/** Nobody knows the nonce, so nothing of it can be redeemed. A repeat under the same key finds the same page. */
export function makeOpenPage(deps: PageDeps): PageUseCases['openPage'] {
  return async (call, input) => {
    const { companyId, userId, action, locale, returnUrl } = input;
    requireCompany(call.client, companyId);
    if (!returnUrl.startsWith(`${deps.rules.publicUrl}/`)) throw new Error('not one of our own');
    const { clientId } = call.client;
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    const answer = await beginChallenge(deps, call, {
      ...{ companyId, userId, purpose: 'step_up', action, locale },
      id: deps.challenges.newId(input),
      nonceDigest: deps.digests.nonceDigest(nonce, clientId),
      idempotency: idempotencyOf(deps.digests, call, { operation: 'start', body: input }),
      door: deps.pages.newId(input),
      wayBack: { returnUrl, state: null },
    });
    if (answer.status !== 'pending') throw new Error('a step-up asks for a code or is refused');
    const opened = await deps.challenges.read(answer.id, clientId);
    if (!opened || !isOpen(opened)) throw endedError(opened?.status ?? 'expired');
    if (opened.door === null) throw new Error('a page was opened without one');
    return { pageId: opened.door, answer };
  };
}
