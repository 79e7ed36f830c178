/** The headers of pages and of what they load: nothing inline, nothing from elsewhere, nothing kept (R082). */

import type { Response } from 'express';

import { lockedHeaders } from '../http/security-headers.js';

const SELF = ["'self'"];

/** `form-action` also rules redirects after a POST, so none of ours leaves this origin. */
export const PAGE_HEADERS = lockedHeaders({
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: SELF,
  connectSrc: SELF,
  formAction: SELF,
});

export function setPageHeaders(res: Response): void {
  res.setHeaders(PAGE_HEADERS);
  res.setHeader('Vary', 'Cookie, Accept-Language');
}

/** An address that names its content never answers anything else. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';
