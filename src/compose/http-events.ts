/**
 * What a listener reports, told to logs and metrics. The edge knows neither what else runs in its process nor
 * which listener it serves: the place of a fault is added here, and the internal listener made quiet.
 */

import type { ServiceEvents } from '../app/ports/service-events.js';
import type { HttpEvents } from '../http/events.js';

export function httpEvents(events: ServiceEvents): HttpEvents {
  return {
    answered: (event) => events.request(event),
    unavailable: (event) => events.storeFault({ ...event, place: 'request' }),
    bug: ({ requestId, ...error }) => events.bug('request', error, requestId),
    credentialRefused: ({ requestId }) => events.credentialRefused(requestId),
    callbackRefused: ({ requestId }) => events.callbackRefused(requestId),
  };
}

/** Probes and scrapes come every few seconds: only what goes wrong there is worth a line. */
export function internalEvents(events: ServiceEvents): HttpEvents {
  return { ...httpEvents(events), answered: () => undefined };
}
