/** The one way in which every page is served: who sent the form, within what time, in which shape. */

import { hash } from 'node:crypto';

import type { RequestHandler, Response } from 'express';

import type { Clock } from '../app/ports/clock.js';
import { PROVIDER_DEADLINE_MS, REQUEST_DEADLINE_MS } from '../domain/limits.js';
import { ANSWER_MARGIN_MS, withinMs } from '../http/deadline.js';
import { toRefusal } from '../http/error-handler.js';
import type { HttpEvents } from '../http/events.js';
import { stateOf } from '../http/request-state.js';
import { refuseShed } from '../http/shed.js';
import { isCsrfToken, isFromOurPage } from './forgery.js';
import { readForm, takeFields, HIDDEN, type SentFields } from './form.js';
import type { Frame } from './frame.js';
import type { PageAnswer, PageRoute } from './page.js';
import { PageError } from './page-error.js';
import { setPageHeaders } from './page-headers.js';
import { sendFile, sendStream } from './send-file.js';
import { sendView } from './send-view.js';
import type { Site } from './site.js';
import { Visit } from './visit.js';
import { keepVisit } from './visits.js';

export interface ServeDeps {
  readonly site: Site;
  readonly clock: Clock;
  readonly frame: Frame;
  readonly events: Pick<HttpEvents, 'bug' | 'unavailable'>;
}

export function servePage(route: PageRoute, deps: ServeDeps): RequestHandler {
  return async (req, res) => {
    stateOf(res).operationId = route.id;
    refuseShed(res);
    const limitMs = REQUEST_DEADLINE_MS + (route.isSending ? PROVIDER_DEADLINE_MS : 0);
    const deadlineMs = deps.clock.monotonicMs() + limitMs - ANSWER_MARGIN_MS;
    const visit = new Visit({ req, res, site: deps.site, deadlineMs });
    keepVisit(res, visit);
    const answer = await withinMs(limitMs, answerTo(route, visit, deps.site));
    if (!res.headersSent) await sendAnswer(visit, answer, deps);
  };
}

async function answerTo(route: PageRoute, visit: Visit, site: Site): Promise<PageAnswer> {
  if (route.method === 'get') return route.handle(visit, visit.formKeys(route.cookie));
  if (!isFromOurPage(visit.req.headers, site.origin)) throw new PageError('formExpired');
  const sent = await readForm(visit.req, route.maxBytes);
  visit.onceId = actOf(requireToken(sent, visit, route.cookie), sent);
  return route.handle(visit, visit.formKeys(route.cookie), sent);
}

const ONCE = /^[A-Za-z0-9_-]{22}$/;

/** Answers the form's one-time id. */
function requireToken(sent: SentFields, visit: Visit, cookie: 'browser' | 'portal'): string {
  const hidden = new Map([...sent].filter(([name]) => Object.hasOwn(HIDDEN, name)));
  const { csrf, once } = takeFields(hidden, HIDDEN);
  const secret = visit.cookie(cookie);
  if (secret === null || !isCsrfToken(csrf, secret, visit.req.path))
    throw new PageError('formExpired');
  if (!ONCE.test(once)) throw new PageError('badRequest');
  return once;
}

/** The form sent twice is one act; gone back to and filled in otherwise, it is another. */
function actOf(once: string, sent: SentFields): string {
  const fields = [...sent].filter(([name]) => !Object.hasOwn(HIDDEN, name));
  return hash('sha256', JSON.stringify([once, fields]), 'base64url');
}

async function sendAnswer(
  visit: Visit,
  answer: PageAnswer,
  { frame, events }: ServeDeps,
): Promise<void> {
  const { res } = visit;
  setPageHeaders(res);
  switch (answer.kind) {
    case 'page':
      if (answer.failure !== undefined) noteFailure(res, answer.failure, events);
      sendView(res, { status: answer.status ?? 200, view: answer.view, visit, frame });
      return;
    case 'redirect':
      res.status(303).set('Location', ownPath(answer.to)).end();
      return;
    case 'json':
      res.json(answer.body);
      return;
    case 'file':
      sendFile(res, answer);
      return;
    case 'stream':
      await sendStream(res, answer);
      return;
  }
}

function noteFailure(res: Response, failure: unknown, events: ServeDeps['events']): void {
  const { code, facts } = toRefusal(failure, res, events);
  stateOf(res).code = code;
  if (facts.retryAfterSeconds !== undefined)
    res.set('Retry-After', String(Math.max(1, Math.ceil(facts.retryAfterSeconds))));
}

/** A browser reads `//host` and `/\host` as another origin. */
function ownPath(to: string): string {
  if (!/^\/(?![/\\])[!-~]*$/.test(to)) throw new TypeError('not a path of ours');
  return to;
}
