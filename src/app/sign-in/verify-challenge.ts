/** Checks a code that a client hands in, and signs the token of the approval. */

import type { SignInUseCases } from '../use-cases.js';
import { issueToken } from './issue-token.js';
import { judgeCode } from './judge-code.js';
import type { SignInDeps } from './sign-in-deps.js';

/** Asked before anything is charged: can the token be signed (decision 5). */
export function makeVerifyChallenge(deps: SignInDeps): SignInUseCases['verifyChallenge'] {
  return async (call, { id, code, nonce }) => {
    deps.tokens.assertReady();
    const { clientId } = call.client;
    return judgeCode(deps, {
      ...{ call, id, code, door: null, exchange: null },
      nonceDigest: nonce === null ? null : deps.digests.nonceDigest(nonce, clientId),
      finish: (approval) =>
        issueToken(deps, call, { approval, nonce, issuedAt: approval.approvedAt }),
    });
  };
}
