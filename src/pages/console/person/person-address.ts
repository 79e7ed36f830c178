/** Where one person is looked at: in the console, and at support's desk. */

import type { UserId } from '../../../domain/ids.js';
import { userId as userIdShape } from '../../../http/schemas/text.js';
import { PageError } from '../../page-error.js';
import type { Visit } from '../../visit.js';

export type DeskBase = '/console' | '/support';

/** Ids are opaque and of characters that stand in addresses as they are. */
export function personAddress(base: DeskBase, userId: string): `/${string}` {
  return `${base}/person/${encodeURIComponent(userId)}`;
}

/** Express's notation. */
export function personPath(base: DeskBase): `/${string}` {
  return `${base}/person/:userId`;
}

/** Whom an address names; what can be no id is nobody. */
export function personNamed(visit: Visit): UserId {
  const parsed = userIdShape.safeParse(visit.param('userId'));
  if (!parsed.success) throw new PageError('notFound');
  return parsed.data;
}
