/** The code book over the key ring. */

import type { CandidateDigest } from '../../app/ports/challenge-commands.js';
import type { CodeBook, IssuedCode } from '../../app/ports/code-book.js';
import { deriveCode, digestCode, type CodeRequest, type SecretCode } from '../../domain/code.js';
import type { ChallengeId } from '../../domain/ids.js';
import type { KeyRing } from './key-ring.js';

export class CryptoCodeBook implements CodeBook {
  constructor(private readonly ring: KeyRing) {}

  issue(request: CodeRequest): IssuedCode {
    const { id, key } = this.ring.newest('code');
    const code = deriveCode(key, request);
    const digest = digestCode(this.ring.newest('digest').key, request.challengeId, code.digits());
    return { keyId: id, code, digest };
  }

  again(request: CodeRequest, keyId: string): SecretCode | undefined {
    const key = this.ring.find('code', keyId);
    return key && deriveCode(key, request);
  }

  candidates(challengeId: ChallengeId, digits: string): readonly CandidateDigest[] {
    return this.ring.keyIds.flatMap((keyId) => {
      const key = this.ring.find('digest', keyId);
      return key ? [{ keyId, digest: digestCode(key, challengeId, digits) }] : [];
    });
  }
}
