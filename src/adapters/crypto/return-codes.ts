/** Return codes and browser hashes (decision 24). */

import { createHash, createHmac } from 'node:crypto';

import type { ReturnCodes } from '../../app/ports/return-codes.js';
import type { ChallengeId } from '../../domain/ids.js';
import type { KeyRing } from './key-ring.js';

export class CryptoReturnCodes implements ReturnCodes {
  constructor(private readonly ring: KeyRing) {}

  of(challengeId: ChallengeId, browserSecret: string): readonly [string, ...string[]] {
    const { id, key } = this.ring.newest('return');
    const older = this.ring.keyIds
      .filter((held) => held !== id)
      .flatMap((held) => this.ring.find('return', held) ?? []);
    const codeUnder = (held: Uint8Array) => returnCode(held, challengeId, browserSecret);
    return [codeUnder(key), ...older.map(codeUnder)];
  }

  hashOf(returnCode: string): string {
    return sha256(`assay/v1/return-code:${returnCode}`);
  }

  browserHashOf(browserSecret: string): string {
    return sha256(`assay/v1/browser:${browserSecret}`);
  }
}

/** The id is first and of one length for each kind, so that no two pairs read alike. */
function returnCode(key: Uint8Array, challengeId: ChallengeId, browserSecret: string): string {
  const mac = createHmac('sha256', key).update(`${String(challengeId.length)}:${challengeId}:`);
  return mac.update(browserSecret).digest('base64url');
}

/** A plain hash is enough for 256 random bits. */
function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
