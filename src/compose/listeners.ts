/** The two listeners over the parts. */

import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';

import type { ServiceEvents } from '../app/ports/service-events.js';
import type { Config } from '../config/config.js';
import { PACKAGE_ROOT } from '../config/load.js';
import type { Health } from '../http/health.js';
import { makeInternalApp, type InternalAppDeps } from '../http/internal-app.js';
import { listen, type Listener } from '../http/listen.js';
import { makePublicApp } from '../http/public-app.js';
import { processClock as clock } from './clock.js';
import { shownOutbox, withOutboxPage } from './outbox-page.js';
import { httpEvents, internalEvents } from './http-events.js';
import { composePages } from './pages.js';
import type { Parts } from './parts.js';
import { StartRefusedError } from './start-refused.js';

function openapiText(): string {
  return readFileSync(join(PACKAGE_ROOT, 'openapi.yaml'), 'utf8');
}

export interface PublicDeps {
  readonly parts: Parts;
  readonly config: Config;
  readonly events: ServiceEvents;
  /** Leaves the pages as they are in production, without the demo's phone beside them. */
  readonly hidesPhone?: boolean;
}

export function listenPublic(deps: PublicDeps): Promise<Listener> {
  const { parts, config, events, hidesPhone = false } = deps;
  const { directory, signingKeys } = parts.durable;
  const list = shownOutbox(parts, config);
  const app = makePublicApp({
    useCases: parts.useCases,
    stepUps: parts.stepUps,
    receipts: parts.sending.receiptReader,
    recordDelivery: parts.recordDelivery,
    clients: directory,
    jwks: () => signingKeys.jwks(),
    openapiText: config.listen.docs ? openapiText() : null,
    events: httpEvents(events),
    clock,
    trustedProxies: config.listen.trustedProxies,
    pages: composePages({ parts, config, events, unsent: hidesPhone ? null : list }),
  });
  const { privacyContact } = config;
  return open('PORT', list ? withOutboxPage(app, { list, privacyContact }) : app, config);
}

export interface InternalDeps extends Pick<InternalAppDeps, 'metrics'> {
  readonly health: Health;
  readonly config: Config;
  readonly events: ServiceEvents;
}

export function listenInternal({
  health,
  metrics,
  config,
  events,
}: InternalDeps): Promise<Listener> {
  const app = makeInternalApp({
    health,
    metrics,
    openapiText: openapiText(),
    events: internalEvents(events),
    clock,
  });
  return open('INTERNAL_PORT', app, config);
}

async function open(
  setting: 'PORT' | 'INTERNAL_PORT',
  app: RequestListener,
  { listen: { host, port, internalPort } }: Config,
): Promise<Listener> {
  try {
    return await listen(app, { host, port: setting === 'PORT' ? port : internalPort });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const isHost = code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND';
    throw new StartRefusedError(isHost ? 'HOST' : setting, `cannot listen there (${code})`);
  }
}
