/** The port of the codes: derived under the held keys whenever they are needed, kept nowhere. */

import type { CodeRequest, SecretCode } from '../../domain/code.js';
import type { ChallengeId } from '../../domain/ids.js';
import type { CandidateDigest } from './challenge-commands.js';

/** Pure computation. */
export interface CodeBook {
  /** A new code under the newest key. */
  issue(request: CodeRequest): IssuedCode;

  /** The same code once more for a resend; undefined when its key is no longer held. */
  again(request: CodeRequest, keyId: string): SecretCode | undefined;

  /** Digests of submitted digits under every held key, at most three (decision 29). */
  candidates(challengeId: ChallengeId, digits: string): readonly CandidateDigest[];
}

export interface IssuedCode {
  /** Names the key material; kept with the challenge. */
  readonly keyId: string;
  readonly code: SecretCode;
  readonly digest: string;
}
