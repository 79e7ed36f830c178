/** Exchanges an approval given on a page for its token, with what only the redirect of that browser carries. */

import { isOpen } from '../../domain/challenge.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import type { SignInUseCases } from '../use-cases.js';
import { issueToken } from './issue-token.js';
import { endedError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { Redemption } from '../ports/attempt-ledger.js';

/** Decision 24. A wrong nonce, a wrong return code and an unknown id are told alike. */
export function makeRedeemChallenge(deps: SignInDeps): SignInUseCases['redeemChallenge'] {
  return async (call, { id: challengeId, nonce, returnCode }) => {
    deps.tokens.assertReady();
    const { clientId } = call.client;
    const nonceDigest = deps.digests.nonceDigest(nonce, clientId);
    const returnCodeHash = deps.returnCodes.hashOf(returnCode);
    const redemption = { challengeId, clientId, nonceDigest, returnCodeHash };
    const outcome = await deps.ledger.redeem(redemption);
    switch (outcome.kind) {
      case 'redeemed': {
        const { approval, redeemedAt: issuedAt } = outcome;
        return issueToken(deps, call, { approval, nonce, issuedAt });
      }
      case 'redeemed_before':
        throw endedError('approved');
      case 'expired':
        throw endedError('expired');
      case 'skipped':
        throw new RefusalError('enrolment_skipped');
      case 'not_found':
        throw await standingError(deps, call, redemption);
    }
  };
}

/** Nothing to redeem: whoever knows the nonce learns how far the challenge is, an approved one excepted. */
async function standingError(
  { challenges }: Pick<SignInDeps, 'challenges'>,
  { client }: Call,
  { challengeId, nonceDigest }: Redemption,
): Promise<RefusalError> {
  const challenge = await challenges.read(challengeId, client.clientId);
  if (challenge?.nonceDigest !== nonceDigest || challenge.status === 'approved') {
    return new RefusalError('challenge_not_found');
  }
  return isOpen(challenge) ? new RefusalError('challenge_pending') : endedError(challenge.status);
}
