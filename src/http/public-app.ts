/** The public listener: the API, its keys and, where switched on, its description. */

import type { RequestListener } from 'node:http';

import type { RequestHandler } from 'express';

import { registerDocs } from './api/docs.js';
import { serveJwks } from './api/jwks.js';
import { registerOperations } from './api/operations.js';
import { registerTwilioStatus, type CallbackDeps } from './api/twilio-status.js';
import { answerProblems, routeNotFound } from './error-handler.js';
import { newExpressApp, type AppDeps } from './express-app.js';
import { identifyRequest } from './identify-request.js';
import { routeGet } from './methods.js';
import type { OperationDeps } from './operation.js';
import { apiHeaders } from './security-headers.js';
import { InFlight, MAX_IN_FLIGHT } from './shed.js';

export interface PublicAppDeps extends AppDeps, OperationDeps, CallbackDeps {
  readonly events: AppDeps['events'];
  /** The JWKS as it is published; throws `StoreUnavailableError` before keys were ever loaded. */
  readonly jwks: () => object;
  /** Whose `X-Forwarded-For` is believed, for pages; nobody's unless given. */
  readonly trustedProxies?: readonly string[];
  /** The text of openapi.yaml; null where `DOCS=off`. */
  readonly openapiText: string | null;
  /** Serves what people see in a browser; takes every address that no part of the API has. */
  readonly pages?: RequestHandler;
  /** Requests under way at once; more are shed. */
  readonly maxInFlight?: number;
}

/** Health, metrics and details of errors are not here but on the internal listener (R079). */
export function makePublicApp(deps: PublicAppDeps): RequestListener {
  const app = newExpressApp(deps.trustedProxies);
  // Before the headers: whatever it answers goes by `sendJson`, which brings them along.
  registerOperations(app, deps);
  registerTwilioStatus(app, deps);
  app.use(apiHeaders);
  routeGet(app, '/.well-known/jwks.json', serveJwks(deps.jwks));
  if (deps.openapiText !== null) registerDocs(app, deps.openapiText);
  if (deps.pages) app.use(deps.pages);
  app.use(routeNotFound);
  app.use(answerProblems(deps.events));
  const inFlight = new InFlight(deps.maxInFlight ?? MAX_IN_FLIGHT);
  return identifyRequest(app, { ...deps, inFlight });
}
