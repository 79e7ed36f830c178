/** The port of what only the approving browser can bring back: its secret's digest and its return codes. */

import type { ChallengeId } from '../../domain/ids.js';

/** Pure computation. */
export interface ReturnCodes {
  /**
   * base64url HMAC-SHA-256 of challenge and browser secret under every held key, newest first: the browser
   * gets the same redirect again, also after a rotation, and nobody else can make one (decision 24).
   */
  of(challengeId: ChallengeId, browserSecret: string): readonly [string, ...string[]];

  /** SHA-256, base64url: the form that is kept. */
  hashOf(returnCode: string): string;

  /** SHA-256, base64url, of the 256 random bits in a browser's cookie: the form that is kept. */
  browserHashOf(browserSecret: string): string;
}
