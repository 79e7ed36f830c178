/** Turns whatever was thrown into the problem that callers are told; a bug shows nothing but its id (R106). */

import { types } from 'node:util';

import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

import { RefusalError, StoreUnavailableError, invalid } from '../app/errors.js';
import { CursorInvalidError } from '../app/ports/page.js';
import { shapeOf } from '../telemetry/error-shape.js';
import type { HttpEvents } from './events.js';
import { sendProblem, toProblem } from './problem.js';
import { stateOf } from './request-state.js';

export const routeNotFound: RequestHandler = () => {
  throw new RefusalError('route_not_found');
};

/** Last in every chain. Express knows it by its four parameters. */
export function answerProblems(
  events: Pick<HttpEvents, 'bug' | 'unavailable'>,
): ErrorRequestHandler {
  // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars -- Express knows it by its arity
  return (error: unknown, _req, res, _next) => {
    const refusal = toRefusal(error, res, events);
    const state = stateOf(res);
    state.code = refusal.code;
    if (res.headersSent) {
      // Half an answer must not look whole. Express's own handler would print the error's message.
      res.destroy();
      return;
    }
    sendProblem(res, toProblem(refusal.code, refusal.facts, state.requestId));
  };
}

type Report = Pick<HttpEvents, 'bug' | 'unavailable'>;

/** What the caller is told of whatever was thrown; what went wrong on our side is reported. */
export function toRefusal(error: unknown, res: Response, events: Report): RefusalError {
  if (error instanceof RefusalError) return error;
  const { requestId } = stateOf(res);
  if (error instanceof StoreUnavailableError) {
    events.unavailable({ requestId, part: error.part, reason: error.reason });
    return new RefusalError('temporarily_unavailable');
  }
  if (error instanceof CursorInvalidError)
    return invalid('query:cursor', 'was not given by a page');
  const unreadable = fromExpress(error);
  if (unreadable) return unreadable;
  events.bug({ requestId, ...shapeOf(error) });
  return new RefusalError('internal_error');
}

/** What Express throws before our code runs: a path that it cannot decode. */
function fromExpress(error: unknown): RefusalError | undefined {
  const isUndecodable =
    types.isNativeError(error) && error.name === 'URIError' && 'status' in error;
  return isUndecodable ? invalid('path:', 'is not valid percent-encoding') : undefined;
}
