/** The headers of every answer: nothing may be framed, sniffed, cached, run or loaded from an API answer (R082). */

import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import type { RequestHandler } from 'express';
import helmet from 'helmet';

import { stateOf } from './request-state.js';

const NOTHING = ["'none'"];
const SELF = ["'self'"];

const locked = {
  defaultSrc: NOTHING,
  baseUri: NOTHING,
  formAction: NOTHING,
  frameAncestors: NOTHING,
  objectSrc: NOTHING,
};

const shared = {
  strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' as const },
  xFrameOptions: { action: 'deny' as const },
};

const apiHelmet = helmet({
  ...shared,
  contentSecurityPolicy: { useDefaults: false, directives: locked },
});

const docsHelmet = helmet({
  ...shared,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      ...locked,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: ["'self'", 'data:'],
      connectSrc: SELF,
    },
  },
});

/**
 * What helmet sets, asked once: it is the same for every answer, and thirteen handlers for each request
 * cost more than a whole look-up of the caller.
 */
function headersOf(set: typeof apiHelmet): readonly (readonly [string, string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  set(request, response, () => undefined);
  return Object.entries(response.getHeaders()).map(
    ([name, value]) => [name, String(value)] as const,
  );
}

const API_HEADERS = uncached(apiHelmet);

function uncached(set: typeof apiHelmet): Map<string, string> {
  return new Map([...headersOf(set), ['Cache-Control', 'no-store'] as const]);
}

/** The same for answers that may load or do what `allowed` names, by CSP directive. */
export function lockedHeaders(
  allowed: Readonly<Record<string, readonly string[]>>,
): Map<string, string> {
  const directives = { ...locked, ...allowed };
  return uncached(helmet({ ...shared, contentSecurityPolicy: { useDefaults: false, directives } }));
}

/** Names and values by turns, as `writeHead` takes them: written once, they cost half of being set first. */
export const API_HEADER_LIST: readonly string[] = [...API_HEADERS].flat();

/** For answers that do not go by `sendJson`. */
export const apiHeaders: RequestHandler = (_req, res, next) => {
  res.setHeaders(API_HEADERS);
  res.setHeader('X-Request-Id', stateOf(res).requestId);
  next();
};

/** For the pages that show this API: their own scripts and styles, from here alone. */
export const docsHeaders: RequestHandler = (req, res, next) => {
  docsHelmet(req, res, next);
};
