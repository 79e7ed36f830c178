/** A bare Express application with the defaults that both listeners share. */

import express, { type Express } from 'express';

import type { Clock } from '../app/ports/clock.js';
import type { HttpEvents } from './events.js';

export interface AppDeps {
  readonly events: HttpEvents;
  readonly clock: Clock;
}

/** Nothing is guessed from the request: no proxy headers, no lenient addresses, no query parser. */
export function newExpressApp(trustedProxies: readonly string[] = []): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', false);
  app.set('trust proxy', trustedProxies.length > 0 ? [...trustedProxies] : false);
  // Express prints a stack into its own last-resort answer unless told otherwise.
  app.set('env', 'production');
  return app;
}
