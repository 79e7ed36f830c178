/** The visit that a response answers, so that an error page is dressed as its page would have been. */

import type { Response } from 'express';

import type { Visit } from './visit.js';

const visits = new WeakMap<Response, Visit>();

export function keepVisit(res: Response, visit: Visit): void {
  visits.set(res, visit);
}

export function visitOf(res: Response): Visit | undefined {
  return visits.get(res);
}
