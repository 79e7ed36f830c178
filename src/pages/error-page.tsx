/** What a browser is shown in place of a page. */

import type { ErrorRequestHandler, Response } from 'express';

import { RefusalError } from '../app/errors.js';
import { toRefusal } from '../http/error-handler.js';
import type { HttpEvents } from '../http/events.js';
import { PROBLEMS } from '../http/problem.js';
import { stateOf } from '../http/request-state.js';
import type { Frame } from './frame.js';
import type { PageView } from './page.js';
import { CODE_OF, PAGE_ERRORS, PageError, kindOf, type PageErrorKind } from './page-error.js';
import { setPageHeaders } from './page-headers.js';
import { sendView } from './send-view.js';
import type { Site } from './site.js';
import { errorsTexts } from './texts/errors.js';
import { Visit } from './visit.js';
import { visitOf } from './visits.js';

interface ErrorPageDeps {
  readonly site: Site;
  readonly frame: Frame;
  readonly events: Pick<HttpEvents, 'bug' | 'unavailable'>;
}

/** Last in the chain of the pages. A caller that asks for no page is told a problem, as by the API. */
export function answerErrorPages(deps: ErrorPageDeps): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express knows it by its arity
  return (thrown: unknown, req, res, next) => {
    const failure = readFailure(thrown, res, deps.events);
    const state = stateOf(res);
    state.code = failure.refusal.code;
    if (res.headersSent) {
      res.destroy();
      return;
    }
    if (req.accepts(['application/json', 'text/html']) !== 'text/html') {
      next(failure.refusal);
      return;
    }
    const { kind, waitSeconds } = failure;
    const visit = visitOf(res) ?? new Visit({ req, res, site: deps.site, deadlineMs: 0 });
    setPageHeaders(res);
    if (waitSeconds !== undefined) res.set('Retry-After', String(waitSeconds));
    if (kind === 'tooLarge') res.set('Connection', 'close');
    const view = errorView({ kind, waitSeconds, visit, reference: state.requestId });
    sendView(res, { status: PAGE_ERRORS[kind], view, visit, frame: deps.frame });
  };
}

interface Failure {
  readonly kind: PageErrorKind;
  readonly waitSeconds: number | undefined;
  readonly refusal: RefusalError;
}

function readFailure(thrown: unknown, res: Response, events: ErrorPageDeps['events']): Failure {
  if (thrown instanceof PageError) {
    const refusal = new RefusalError(CODE_OF[thrown.kind]);
    return { kind: thrown.kind, waitSeconds: undefined, refusal };
  }
  const refusal = toRefusal(thrown, res, events);
  const { status } = PROBLEMS[refusal.code];
  const { retryAfterSeconds = 1 } = refusal.facts;
  const waits = status === 429 || status === 503;
  return {
    kind: kindOf(refusal, status),
    waitSeconds: waits ? Math.max(1, Math.ceil(retryAfterSeconds)) : undefined,
    refusal,
  };
}

interface ErrorFacts {
  readonly kind: PageErrorKind;
  readonly waitSeconds: number | undefined;
  readonly visit: Visit;
  readonly reference: string;
}

function errorView({ kind, waitSeconds = 60, visit, reference }: ErrorFacts): PageView {
  const t = errorsTexts(visit.locale);
  const title = t(`${kind}Title`);
  const isOurs = kind === 'broken' || kind === 'busy';
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t(`${kind}Text`, { minutes: Math.ceil(waitSeconds / 60) })}</p>
      {isOurs && <p class="quiet">{t('reference', { id: reference })}</p>}
    </>
  );
  return { title, body };
}
