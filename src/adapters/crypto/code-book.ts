/** The code book over the key ring: codes and their digests, digests of what requests carry. */

import type { CandidateDigest } from '../../app/ports/challenge-store.js';
import type { CodeBook, IssuedCode, IssuedUnder } from '../../app/ports/code-book.js';
import { deriveCode, digestCode, type SecretCode } from '../../domain/code.js';
import type { ChallengeId, ClientId } from '../../domain/ids.js';
import { canonicalJson } from './canonical-json.js';
import { shortHash, shortMac } from './digests.js';
import type { KeyRing } from './key-ring.js';

export class CryptoCodeBook implements CodeBook {
  constructor(private readonly ring: KeyRing) {}

  issue(challengeId: ChallengeId, destination: number, length: number): IssuedCode {
    const { id, key } = this.ring.newest('code');
    const code = deriveCode(key, { challengeId, destination, length });
    const digest = digestCode(this.ring.newest('digest').key, challengeId, code.digits());
    return { keyId: id, code, digest };
  }

  again(challengeId: ChallengeId, issued: IssuedUnder): SecretCode | undefined {
    const { destination, codeLength: length } = issued;
    const key = this.ring.find('code', issued.keyId);
    return key && deriveCode(key, { challengeId, destination, length });
  }

  candidates(challengeId: ChallengeId, digits: string): CandidateDigest[] {
    return this.ring.keyIds.flatMap((keyId) => {
      const key = this.ring.find('digest', keyId);
      return key ? [{ keyId, digest: digestCode(key, challengeId, digits) }] : [];
    });
  }

  /** Without a key: a nonce is 96 bits and more of randomness, and is recognised after a rotation. */
  nonceDigest(clientId: ClientId, nonce: string): string {
    return shortHash(['assay/v1/nonce', clientId, nonce]);
  }

  idempotencyDigest(clientId: ClientId, operation: string, key: string): string {
    return shortMac(this.ring.newest('fingerprint').key, ['idempotency', clientId, operation, key]);
  }

  /** Keyed because bodies hold codes and numbers (decision 16). */
  fingerprint(body: unknown): string {
    return shortMac(this.ring.newest('fingerprint').key, ['body', canonicalJson(body)]);
  }
}
