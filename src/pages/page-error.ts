/** What goes wrong between a browser and a page, apart from what use cases refuse. */

import type { ErrorCode, RefusalError } from '../app/errors.js';

/** Each is one error page: a status, and `<kind>Title` and `<kind>Text` in the `errors` texts. */
export const PAGE_ERRORS = {
  badRequest: 400,
  formExpired: 403,
  forbidden: 403,
  notFound: 404,
  wrongMethod: 405,
  notNow: 409,
  tooLarge: 413,
  tooMany: 429,
  broken: 500,
  busy: 503,
} as const;
export type PageErrorKind = keyof typeof PAGE_ERRORS;

/** Thrown by whatever serves a page. */
export class PageError extends Error {
  override readonly name = 'PageError';

  constructor(readonly kind: PageErrorKind) {
    super(kind);
  }
}

/** How a page's own error counts in logs and metrics. */
export const CODE_OF: Readonly<Record<PageErrorKind, ErrorCode>> = {
  badRequest: 'invalid_request',
  formExpired: 'forbidden',
  forbidden: 'forbidden',
  notFound: 'route_not_found',
  wrongMethod: 'method_not_allowed',
  notNow: 'challenge_canceled',
  tooLarge: 'payload_too_large',
  tooMany: 'send_limit_reached',
  broken: 'internal_error',
  busy: 'temporarily_unavailable',
};

/** The page for a refusal that no page words itself, by its status. */
export function kindOf(refusal: RefusalError, status: number): PageErrorKind {
  if (refusal.code === 'unsupported_media_type') return 'badRequest';
  if (status === 410 || status === 422) return 'notNow';
  if (status === 401) return 'forbidden';
  const kinds = Object.keys(PAGE_ERRORS).filter(isKind);
  return (
    kinds.find((kind) => PAGE_ERRORS[kind] === status && kind !== 'formExpired') ?? 'badRequest'
  );
}

function isKind(name: string): name is PageErrorKind {
  return name in PAGE_ERRORS;
}
