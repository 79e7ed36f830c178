/** What the frame around every page needs to know, the same for all of them. */

import type { Assets } from './assets.js';

export interface Frame {
  readonly assets: Assets;
  /** Where rights are exercised: an address, a page or a name. */
  readonly privacyContact: string;
}
