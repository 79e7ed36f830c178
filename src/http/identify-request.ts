/** Gives every request its id, says it back, and reports the answer when it is out. */

import { randomUUID } from 'node:crypto';
import { METHODS } from 'node:http';

import type { RequestHandler } from 'express';

import type { Clock } from '../app/ports/clock.js';
import type { HttpEvents } from './events.js';
import { beginState } from './request-state.js';

/** A caller's own id, where it can stand in logs, answers and the audit as it is (R124). */
const CALLER_REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

const KNOWN_METHODS = new Set(METHODS);

/** First in every chain: whatever comes after can name the request. */
export function identifyRequest(
  events: Pick<HttpEvents, 'answered'>,
  clock: Clock,
): RequestHandler {
  return (req, res, next) => {
    const startedMs = clock.monotonicMs();
    const offered = req.get('X-Request-Id');
    const requestId = offered && CALLER_REQUEST_ID.test(offered) ? offered : randomUUID();
    const state = beginState(res, requestId);
    res.set('X-Request-Id', requestId);
    res.once('close', () => {
      events.answered({
        ...state,
        method: KNOWN_METHODS.has(req.method) ? req.method : 'OTHER',
        status: res.statusCode,
        durationMs: clock.monotonicMs() - startedMs,
      });
    });
    next();
  };
}
