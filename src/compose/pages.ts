/** The pages over the parts: each area brings its routes. */

import type { RequestHandler } from 'express';

import type { ServiceEvents } from '../app/ports/service-events.js';
import type { Config } from '../config/config.js';
import type { CompanyId } from '../domain/ids.js';
import { accountPages } from '../pages/account/account-pages.js';
import { challengePages } from '../pages/challenge/challenge-pages.js';
import { consolePages } from '../pages/console/console-pages.js';
import { demoPhone } from '../pages/outbox/demo-phone.js';
import type { UnsentMessage } from '../pages/outbox/messages.js';
import { makePages } from '../pages/pages-app.js';
import { portalPages } from '../pages/portal/portal-pages.js';
import { supportPages } from '../pages/support/support-pages.js';
import { processClock as clock } from './clock.js';
import { httpEvents } from './http-events.js';
import type { Parts } from './parts.js';

interface PagesOver {
  readonly parts: Parts;
  readonly config: Config;
  readonly events: ServiceEvents;
  /** SMS for the phone beside the pages; null: no phone. */
  readonly unsent: (() => readonly UnsentMessage[]) | null;
}

export function composePages({ parts, config, events, unsent }: PagesOver): RequestHandler {
  const { portal, useCases, durable } = parts;
  const portalDeps = {
    portal,
    useCases,
    findCompany: (companyId: CompanyId) => durable.companies.get(companyId),
    codeLength: config.code.length,
    privacyContact: config.privacyContact,
    // What pages count down to is the stores' time: this machine's own may be off (decision 9).
    now: () => new Date(durable.signingKeys.nowMs()),
  };
  return makePages({
    events: httpEvents(events),
    clock,
    publicUrl: config.listen.publicUrl,
    privacyContact: config.privacyContact,
    aside: unsent ? demoPhone(unsent) : undefined,
    findLogo: (digest) => parts.durable.companies.findLogo(digest),
    routes: [
      ...challengePages({ ...portalDeps, pages: useCases }),
      ...portalPages(portalDeps),
      ...accountPages(portalDeps),
      ...consolePages({ ...portalDeps, ...consoleRules(config) }),
      ...supportPages({ ...portalDeps, ...consoleRules(config) }),
    ],
  });
}

function consoleRules({ defaultCountries, eraseAfterOffDays, code, listen }: Config) {
  const codeHost = new URL(listen.publicUrl).hostname;
  return { defaultCountries, eraseAfterOffDays, codeTtlSeconds: code.ttlSeconds, codeHost };
}
