/** What an address answers to methods it does not have (R092). */

import type { RequestHandler, Router } from 'express';

import { RefusalError } from '../app/errors.js';

/** Last on a route: without it Express would answer OPTIONS by itself. */
export function refuseOtherMethods(allow: string): RequestHandler {
  return (_req, res) => {
    res.set('Allow', allow);
    throw new RefusalError('method_not_allowed');
  };
}

/** Registers what an address answers to GET and HEAD; every other method is refused. */
export function routeGet(router: Router, path: string, ...handlers: RequestHandler[]): void {
  router
    .route(path)
    .get(...handlers)
    .all(refuseOtherMethods('GET, HEAD'));
}
