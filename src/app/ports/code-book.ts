/** The port of everything derived from the master key for challenges: codes, digests, fingerprints. */

import type { SecretCode } from '../../domain/code.js';
import type { ChallengeId, ClientId } from '../../domain/ids.js';
import type { CandidateDigest } from './challenge-store.js';

/** Pure computation; codes are kept nowhere and derived when needed. */
export interface CodeBook {
  /** The code of a challenge for its n-th destination, under the newest key. */
  issue(challengeId: ChallengeId, destination: number, length: number): IssuedCode;

  /** The same code again for a resend; undefined when its key is no longer held. */
  again(challengeId: ChallengeId, issued: IssuedUnder): SecretCode | undefined;

  /** Digests of submitted digits under every held key, at most three (decision 29). */
  candidates(challengeId: ChallengeId, digits: string): CandidateDigest[];

  /**
   * Digest of a nonce: what the pending store compares and coalesces on. The same under every key, so that
   * open challenges survive a rotation (R012).
   */
  nonceDigest(clientId: ClientId, nonce: string): string;

  /** Keyed digest of an Idempotency-Key within one client and operation. */
  idempotencyDigest(clientId: ClientId, operation: string, key: string): string;

  /** Keyed fingerprint of a request body: equal for equal JSON values, whatever the order of keys. */
  fingerprint(body: unknown): string;
}

export interface IssuedCode {
  readonly keyId: string;
  readonly code: SecretCode;
  readonly digest: string;
}

export interface IssuedUnder {
  readonly keyId: string;
  readonly destination: number;
  readonly codeLength: number;
}
