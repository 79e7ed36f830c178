/** What the listeners report, told to logs and metrics. */

import type { ServiceEvents } from '../app/ports/service-events.js';
import type { HttpEvents } from '../http/events.js';

export function httpEvents(events: ServiceEvents): HttpEvents {
  return {
    answered: ({ requestId, operationId, method, status, code, clientId, durationMs }) =>
      events.request({ requestId, operationId, method, status, code, clientId, durationMs }),
    unavailable: ({ requestId, part, reason }) =>
      events.storeFault({ part, reason, place: 'request', requestId }),
    bug: ({ requestId, ...error }) => events.bug('request', error, requestId),
    credentialRefused: ({ requestId }) => events.credentialRefused(requestId),
  };
}

/** Probes and scrapes come every few seconds: only what goes wrong there is worth a line. */
export function internalEvents(events: ServiceEvents): HttpEvents {
  return { ...httpEvents(events), answered: () => undefined };
}
