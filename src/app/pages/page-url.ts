/** The one place that knows at which address a page is. */

import type { PageId } from '../../domain/ids.js';

/** `publicUrl` is without a final slash. */
export function pageUrl(publicUrl: string, id: PageId): string {
  return `${publicUrl}/challenge/${id}`;
}
