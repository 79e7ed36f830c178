/** The internal listener: probes, metrics and the API's description, for operators alone. */

import type { RequestListener } from 'node:http';

import { registerDocs } from './api/docs.js';
import { registerHealth } from './api/health.js';
import { answerProblems, routeNotFound } from './error-handler.js';
import { newExpressApp, type AppDeps } from './express-app.js';
import type { Health } from './health.js';
import { identifyRequest } from './identify-request.js';
import { routeGet } from './methods.js';
import { apiHeaders } from './security-headers.js';

export interface InternalAppDeps extends AppDeps {
  readonly health: Health;
  readonly metrics: () => Promise<MetricsText>;
  readonly openapiText: string;
}

/** Metrics in a text format, and its media type. */
export interface MetricsText {
  readonly contentType: string;
  readonly text: string;
}

export function makeInternalApp(deps: InternalAppDeps): RequestListener {
  const app = newExpressApp();
  app.use(apiHeaders);
  registerHealth(app, deps.health);
  routeGet(app, '/metrics', async (_req, res) => {
    const { contentType, text } = await deps.metrics();
    res.type(contentType).send(text);
  });
  registerDocs(app, deps.openapiText);
  app.use(routeNotFound);
  app.use(answerProblems(deps.events));
  return identifyRequest(app, deps);
}
