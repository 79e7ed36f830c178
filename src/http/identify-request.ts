/** Gives every request its id, and reports the answer when it is out. */

import { randomUUID } from 'node:crypto';
import { METHODS, type RequestListener } from 'node:http';

import type { Clock } from '../app/ports/clock.js';
import type { HttpEvents } from './events.js';
import { beginState } from './request-state.js';

/** A caller's own id, where it can stand in logs, answers and the audit as it is (R124). */
const CALLER_REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

const KNOWN_METHODS = new Set(METHODS);

/** Before Express and all of its chain: whatever comes after can name the request. */
export function identifyRequest(
  app: RequestListener,
  { events, clock }: { events: Pick<HttpEvents, 'answered'>; clock: Clock },
): RequestListener {
  return (req, res) => {
    const startedMs = clock.monotonicMs();
    const offered = req.headers['x-request-id'];
    const isUsable = typeof offered === 'string' && CALLER_REQUEST_ID.test(offered);
    const state = beginState(res, isUsable ? offered : randomUUID());
    res.once('close', () => {
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
