/** Turns a visit into the call that every use case takes, so that pages and API run the same ones. */

import type { Call } from '../call.js';
import type { PortalCallInput, PortalVisit } from './portal.js';

/** Reaches no further than the session's own company, whatever else its login service may name (R076). */
export function portalCall({ session, client }: PortalVisit, input: PortalCallInput): Call {
  return {
    ...input,
    client: { ...client, companies: [session.companyId] },
    actor: { role: session.role, id: session.userId },
  };
}
