/** Where a challenge's pages are, and what a request for one of them names. */

import type { PageCall, PageVisit } from '../../app/pages/page-use-cases.js';
import type { PageId } from '../../domain/ids.js';
import { callerContext } from '../../http/caller-context.js';
import { PageError } from '../page-error.js';
import type { Visit } from '../visit.js';

export type Step =
  | 'continue'
  | 'code'
  | 'resend'
  | 'problems'
  | 'phone'
  | 'skip'
  | 'cancel'
  | 'restart'
  | 'language'
  | 'state';

export const CHALLENGE_PATH = '/challenge/:pageId';

export function challengePath(id: PageId, step?: Step): `/${string}` {
  return step === undefined ? `/challenge/${id}` : `/challenge/${id}/${step}`;
}

/** What could be an id of ours; it stands in addresses, so nothing else may come in. */
const PAGE_ID = /^pag_[A-Za-z0-9_-]{1,60}$/;

/** Which page, for which browser. Throws `notFound` for what cannot be one. */
export function whoseVisit(visit: Visit): PageVisit {
  const id = visit.param('pageId');
  if (!PAGE_ID.test(id)) throw new PageError('notFound');
  return { pageId: id as PageId, browserSecret: visit.secret };
}

/** Time to show the page again, with its form, when the act itself took all of its own. */
const RENDER_MS = 300;

export function callOf({ req, correlationId, deadlineMs, onceId }: Visit): PageCall {
  const context = callerContext(req);
  return { correlationId, deadlineMs: deadlineMs - RENDER_MS, idempotencyKey: onceId, context };
}
