/** Every page, as one router beside the API. */

import { Router, type RequestHandler } from 'express';

import type { Clock } from '../app/ports/clock.js';
import type { HttpEvents } from '../http/events.js';
import { assetPages, type FindLogo } from './asset-pages.js';
import { loadAssets } from './assets.js';
import { cookiesPage } from './cookies-page.js';
import { answerErrorPages } from './error-page.js';
import type { Frame } from './frame.js';
import type { PageRoute } from './page.js';
import { PageError } from './page-error.js';
import { servePage } from './serve-page.js';
import { siteOf } from './site.js';

export interface PagesDeps {
  readonly events: HttpEvents;
  readonly clock: Clock;
  /** Without a final slash. */
  readonly publicUrl: string;
  readonly privacyContact: string;
  readonly findLogo: FindLogo;
  readonly aside?: Frame['aside'];
  /** The pages of the areas. */
  readonly routes: readonly PageRoute[];
}

/** What belongs to the API and its description answers problems alone, whoever asks. */
const API = /^\/(v1|\.well-known|docs|openapi\.yaml|dev)(\/|$)/;

/** Takes every address outside the API, so that a browser is never shown JSON. */
export function makePages(deps: PagesDeps): RequestHandler {
  const site = siteOf(deps.publicUrl);
  const { privacyContact, aside } = deps;
  const frame = { assets: loadAssets(), privacyContact, aside };
  const router = Router({ strict: true, caseSensitive: true });
  const routes = [...deps.routes, cookiesPage(site), ...assetPages(frame.assets, deps.findLogo)];
  for (const path of new Set(routes.map((each) => each.path))) {
    const route = router.route(path);
    const here = routes.filter((each) => each.path === path);
    for (const each of here) route[each.method](servePage(each, { ...deps, site, frame }));
    route.all(refuseMethod(here));
  }
  router.use(() => {
    throw new PageError('notFound');
  });
  router.use(answerErrorPages({ site, frame, events: deps.events }));
  return (req, res, next) => {
    if (API.test(req.path)) next();
    else router(req, res, next);
  };
}

function refuseMethod(here: readonly PageRoute[]): RequestHandler {
  const allow = here.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : ['POST']));
  return (_req, res) => {
    res.set('Allow', allow.join(', '));
    throw new PageError('wrongMethod');
  };
}
