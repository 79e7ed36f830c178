/** Gives every request its id, and reports the answer when it is out. */

import { randomUUID } from 'node:crypto';
import { METHODS, type RequestListener } from 'node:http';

import type { Clock } from '../app/ports/clock.js';
import type { HttpEvents } from './events.js';
import { beginState } from './request-state.js';
import type { InFlight } from './shed.js';

/** A caller's own id, where it can stand in logs, answers and the audit as it is (R124). */
const CALLER_REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

const KNOWN_METHODS = new Set(METHODS);

interface IdentifyDeps {
  readonly events: Pick<HttpEvents, 'answered'>;
  readonly clock: Clock;
  /** None where nothing is ever too much. */
  readonly inFlight?: InFlight;
}

/** Before Express and all of its chain: whatever comes after can name the request. */
export function identifyRequest(
  app: RequestListener,
  { events, clock, inFlight }: IdentifyDeps,
): RequestListener {
  return (req, res) => {
    const startedMs = clock.monotonicMs();
    const offered = req.headers['x-request-id'];
    const isUsable = typeof offered === 'string' && CALLER_REQUEST_ID.test(offered);
    const requestId = isUsable ? offered : randomUUID();
    const isShed = inFlight?.enter() === false;
    const state = beginState(res, { requestId, isShed });
    res.once('close', () => {
      if (!isShed) inFlight?.leave();
      events.answered({
        ...state,
        method: req.method && KNOWN_METHODS.has(req.method) ? req.method : 'OTHER',
        status: res.statusCode,
        durationMs: clock.monotonicMs() - startedMs,
      });
    });
    app(req, res);
  };
}
