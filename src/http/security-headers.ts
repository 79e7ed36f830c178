/** The headers of every answer: nothing may be framed, sniffed, cached, run or loaded from an API answer (R082). */

import type { RequestHandler } from 'express';
import helmet from 'helmet';

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

/** For the API, and for every error on any address. Answers may hold tokens, so no cache keeps them. */
export const apiHeaders: RequestHandler = (req, res, next) => {
  res.set('Cache-Control', 'no-store');
  apiHelmet(req, res, next);
};

/** For the pages that show this API: their own scripts and styles, from here alone. */
export const docsHeaders: RequestHandler = (req, res, next) => {
  docsHelmet(req, res, next);
};
