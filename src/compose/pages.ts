/** The pages over the parts: each area brings its routes. */

import type { RequestHandler } from 'express';

import type { CompanyId } from '../domain/ids.js';
import { makePages } from '../pages/pages-app.js';
import { portalPages } from '../pages/portal/portal-pages.js';
import { processClock as clock, wallClockMs } from './clock.js';
import { httpEvents } from './http-events.js';
import type { PublicDeps } from './listeners.js';

export function composePages({ parts, config, events }: PublicDeps): RequestHandler {
  const { portal, useCases, durable } = parts;
  const portalDeps = {
    portal,
    useCases,
    findCompany: (companyId: CompanyId) => durable.companies.get(companyId),
    codeLength: config.code.length,
    now: () => new Date(wallClockMs()),
  };
  return makePages({
    events: httpEvents(events),
    clock,
    publicUrl: config.listen.publicUrl,
    privacyContact: config.privacyContact,
    findLogo: (digest) => parts.durable.companies.findLogo(digest),
    routes: [...portalPages(portalDeps)],
  });
}
