/** What looking at one part found. */

import type { Finding } from '../cli/operator.js';

export type Look = Omit<Finding, 'part'>;
