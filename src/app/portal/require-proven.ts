/** The gate before everything that support and administrators may see (R091). */

import { mustProve } from '../../domain/portal.js';
import { RefusalError } from '../errors.js';
import type { PortalVisit } from './portal.js';

/** Throws `step_up_required` until a code was entered in this session; employees always pass. */
export function requireProven({ session }: PortalVisit): void {
  if (mustProve(session)) throw new RefusalError('step_up_required');
}
