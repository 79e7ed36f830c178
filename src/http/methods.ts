/** What an address answers to methods it does not have (R092). */

import type { RequestHandler } from 'express';

import { RefusalError } from '../app/errors.js';

/** Last on a route: without it Express would answer OPTIONS by itself. */
export function refuseOtherMethods(allow: string): RequestHandler {
  return (_req, res) => {
    res.set('Allow', allow);
    throw new RefusalError('method_not_allowed');
  };
}
