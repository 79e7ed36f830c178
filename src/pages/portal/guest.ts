/** A person with a portal session, as one request sees them. */

import type { Call } from '../../app/call.js';
import { portalCall } from '../../app/portal/portal-call.js';
import type { PortalVisit } from '../../app/portal/portal.js';
import type { Company } from '../../app/ports/company-store.js';
import type { StepUpUse } from '../../app/ports/step-up.js';
import type { Action } from '../../domain/challenge.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { PortalSession } from '../../domain/portal.js';
import type { Locale } from '../../domain/texts/texts.js';
import { callerContext } from '../../http/caller-context.js';
import type { Formats } from '../formats.js';
import type { Visit } from '../visit.js';

interface GuestFacts {
  readonly visit: Visit;
  readonly sessionId: string;
  readonly portal: PortalVisit;
  readonly company: Company;
}

export class Guest {
  readonly visit: Visit;
  /** The cookie's value. */
  readonly sessionId: string;
  readonly session: PortalSession;
  readonly company: Company;
  readonly #portal: PortalVisit;

  constructor({ visit, sessionId, portal, company }: GuestFacts) {
    this.visit = visit;
    this.sessionId = sessionId;
    this.session = portal.session;
    this.company = company;
    this.#portal = portal;
  }

  get person(): EmployeeRef {
    const { companyId, userId } = this.session;
    return { companyId, userId };
  }

  get locale(): Locale {
    return this.visit.locale;
  }

  get formats(): Formats {
    return this.visit.formats;
  }

  /** For a use case: the same form sent twice is one act (decision 16). */
  call(): Call {
    const { visit } = this;
    return {
      ...portalCall(this.#portal, {
        correlationId: visit.correlationId,
        deadlineMs: visit.deadlineMs,
        idempotencyKey: visit.onceId,
      }),
      context: callerContext(visit.req),
    };
  }

  /** The fresh code that was entered for an act; null where none was, or for another act. */
  stepUp(action: Action): StepUpUse | null {
    const { stepUp, clientId } = this.session;
    if (!stepUp?.isApproved || stepUp.action !== action) return null;
    return { ...this.person, clientId, action, challengeId: stepUp.challengeId };
  }
}
