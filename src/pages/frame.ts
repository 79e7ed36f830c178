/** What the frame around every page needs to know, the same for all of them. */

import type { VNode } from 'preact';

import type { Assets } from './assets.js';
import type { Visit } from './visit.js';

export interface Frame {
  readonly assets: Assets;
  /** Where rights are exercised: an address, a page or a name. */
  readonly privacyContact: string;
  /** What stands beside a page, as a landmark of its own; null beside most. */
  readonly aside?: ((visit: Visit) => VNode | null) | undefined;
}
