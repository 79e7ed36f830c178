/** What is asked for when a challenge is opened, whichever door it has. */

import type { Action, Channel, Door, Purpose } from '../../domain/challenge.js';
import type { WayBack } from '../../domain/hosted-page.js';
import type { ChallengeId, EmployeeRef } from '../../domain/ids.js';
import type { TokenPurpose } from '../../domain/token.js';
import type { Call } from '../call.js';
import { invalid } from '../errors.js';
import { idempotencyOf } from '../idempotency.js';
import type { Client } from '../ports/client-store.js';
import type { Idempotency } from '../ports/challenge-commands.js';
import type { StartInput } from '../use-cases.js';
import type { SignInDeps } from './sign-in-deps.js';

export interface ChallengeRequest<P extends Purpose = Purpose> extends EmployeeRef {
  readonly id: ChallengeId;
  readonly purpose: P;
  readonly action: Action | null;
  /** Null: the policy's first. Without a meaning where the challenge waits for a number. */
  readonly channel: Channel | null;
  readonly locale: string | null;
  readonly nonceDigest: string | null;
  readonly idempotency: Idempotency | null;
  readonly door: Door;
  /** Opens the page of `door` as well; null for the API, and under a page that is there already. */
  readonly wayBack: WayBack | null;
}

/** Throws `invalid_request` for a way back that is not the client's own, or that nothing binds. */
export function requestOf(
  deps: SignInDeps,
  call: Call,
  input: StartInput,
): ChallengeRequest<TokenPurpose> {
  const { companyId, userId, purpose, action, channel, locale, nonce, wayBack } = input;
  if (wayBack) requireReturnUrl(call.client, wayBack);
  if (wayBack && nonce === null) throw invalid('#/nonce', 'is required with returnUrl');
  const { clientId } = call.client;
  return {
    ...{ companyId, userId, purpose, action, channel, locale, wayBack },
    id: deps.challenges.newId(input),
    nonceDigest: nonce === null ? null : deps.digests.nonceDigest(nonce, clientId),
    idempotency: idempotencyOf(deps.digests, call, { operation: 'start', body: input.body }),
    door: wayBack && deps.pages.newId(input),
  };
}

/** Compared byte for byte: what merely looks like a registered address is another one (R087). */
function requireReturnUrl({ returnUrls }: Client, { returnUrl }: WayBack): void {
  if (!returnUrls.includes(returnUrl)) {
    throw invalid('#/returnUrl', 'is not one of the addresses registered for this client');
  }
}
