/** What the edge reports to logs and metrics: closed facts, never a body, a header or an error's message. */

import type { ErrorShape, RequestEvent, StoreFaultEvent } from '../app/ports/service-events.js';

export interface HttpEvents {
  /** Every answer, once it is on its way or its connection is gone. */
  answered(event: RequestEvent): void;
  /** A needed part did not answer. */
  unavailable(event: UnavailableEvent): void;
  /** Something was thrown that nobody expected. */
  bug(event: BugEvent): void;
  /** A call came with no credential, or with one that is wrong, revoked or expired. */
  credentialRefused(event: RequestRef): void;
  /** A report of a delivery came that the provider did not sign. */
  callbackRefused(event: RequestRef): void;
}

interface RequestRef {
  readonly requestId: string;
}

export type UnavailableEvent = RequestRef & Pick<StoreFaultEvent, 'part' | 'reason'>;
export type BugEvent = RequestRef & ErrorShape;
