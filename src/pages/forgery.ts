/** Whether a form was sent by our own page in this browser: where it came from, and a token (R084). */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The token of one form: the browser's own secret under HMAC, bound to the address the form is sent to, so
 * that it is worth nothing for another act or in another browser.
 */
export function csrfToken(secret: string, action: string): string {
  return createHmac('sha256', secret).update(`assay/v1/csrf ${action}`).digest('base64url');
}

export function isCsrfToken(given: string, secret: string, action: string): boolean {
  const expected = Buffer.from(csrfToken(secret, action));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * Whether the browser says that a page of this origin sent the request. `Origin` decides where there is
 * one; what older or more private browsers leave out, `Sec-Fetch-Site` has to say. Neither is a refusal.
 */
export function isFromOurPage(headers: IncomingHttpHeaders, origin: string): boolean {
  const { origin: sender } = headers;
  if (sender !== undefined && sender !== 'null') return sender === origin;
  return headers['sec-fetch-site'] === 'same-origin';
}
