/** `/challenge/<id>`: binds the browser that arrives, and shows the page as it stands. */

import type { IncomingHttpHeaders } from 'node:http';

import { getPage, postPage, redirectTo, type PageAnswer, type PageRoute } from '../page.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { Notice } from '../components/notice.js';
import type { FormKeys } from '../form-keys.js';
import { challengeTexts } from '../texts/challenge.js';
import { codeEntryTexts } from '../texts/code-entry.js';
import type { Visit } from '../visit.js';
import { CHALLENGE_PATH, challengePath, whoseVisit } from './challenge-address.js';
import type { ChallengeDeps } from './challenge-deps.js';
import { answerScene } from './challenge-view.js';
import { elsewhere, forOwner } from './for-owner.js';
import { openScene } from './scene.js';

export function arrivalPages(deps: ChallengeDeps): readonly PageRoute[] {
  return [
    getPage({
      id: 'page.challenge',
      path: CHALLENGE_PATH,
      cookie: 'browser',
      handle: forOwner((visit, keys) => arrive(deps, visit, keys)),
    }),
    postPage({
      id: 'page.challenge_continue',
      path: `${CHALLENGE_PATH}/continue`,
      cookie: 'browser',
      fields: {},
      handle: forOwner(async (visit) => {
        const who = whoseVisit(visit);
        await deps.pages.bindPage(who);
        return redirectTo(challengePath(who.pageId));
      }),
    }),
  ];
}

async function arrive(deps: ChallengeDeps, visit: Visit, keys: FormKeys): Promise<PageAnswer> {
  const who = whoseVisit(visit);
  const { owner, companyId, locale } = await deps.pages.greetPage(who);
  if (owner === 'another_browser') return elsewhere(visit);
  if (owner === 'unbound') {
    const isKnown = visit.cookie('browser') !== null;
    const isSent = isRedirected(visit.req.method, visit.req.headers);
    if (isSent && !isKnown && !GIVEN_A_COOKIE.is(visit.query))
      return redirectTo(`${challengePath(who.pageId)}?${GIVEN_A_COOKIE.query}`);
    if (!isSent || !isKnown) {
      visit.dress((await deps.findCompany(companyId)) ?? null, locale);
      return askToContinue(visit, keys);
    }
    await deps.pages.bindPage(who);
  }
  const scene = await openScene(deps, visit, keys);
  const { sent, ended } = visit.query;
  return answerScene(scene, { isSentAgain: sent === 'again', isDisowned: ended === 'disowned' });
}

/**
 * A page is bound to what the browser has brought back, not to what it is only now given: an answer that
 * got lost, or a reload before it came, would bind the page to a secret that nobody has.
 */
const GIVEN_A_COOKIE = {
  query: 'cookie=given',
  is: ({ cookie }: Readonly<Record<string, string>>) => cookie === 'given',
};

const SITES = ['cross-site', 'same-site', 'same-origin'];

/**
 * Whether a site sent the browser here: a person who typed the address, followed it from a message, a
 * scanner of messages and a browser that fetches ahead all look otherwise (decision 25).
 * @see {@link https://www.w3.org/TR/fetch-metadata/}
 */
function isRedirected(method: string, headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-dest': dest, 'sec-fetch-mode': mode, 'sec-fetch-site': site } = headers;
  const isOpened = method === 'GET' && dest === 'document' && mode === 'navigate';
  return isOpened && SITES.includes(String(site)) && headers['sec-purpose'] === undefined;
}

function askToContinue(visit: Visit, keys: FormKeys): PageAnswer {
  const { locale } = visit;
  const t = challengeTexts(locale);
  const title = t('continueTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('continueText')}</p>
      <Notice kind="warning">
        <p>{t('continueWarning')}</p>
      </Notice>
      <Form action={challengePath(whoseVisit(visit).pageId, 'continue')} keys={keys}>
        <Button>{codeEntryTexts(locale)('submit')}</Button>
      </Form>
    </>
  );
  return { kind: 'page', view: { title, body } };
}
