/** Keeps every page of a challenge to the one browser it is bound to (R090). */

import { AnotherBrowserError } from '../../app/pages/another-browser.js';
import type { FormKeys } from '../form-keys.js';
import { redirectTo, type PageAnswer } from '../page.js';
import { challengeTexts } from '../texts/challenge.js';
import type { Visit } from '../visit.js';
import { challengePath, whoseVisit } from './challenge-address.js';

type Handle<Rest extends readonly unknown[]> = (
  visit: Visit,
  keys: FormKeys,
  ...rest: Rest
) => Promise<PageAnswer>;

/** For every page but the first, which tells a browser that is not bound what it may do. */
export function forOwner<Rest extends readonly unknown[]>(handle: Handle<Rest>): Handle<Rest> {
  return async (visit, keys, ...rest) => {
    try {
      return await handle(visit, keys, ...rest);
    } catch (error) {
      if (!(error instanceof AnotherBrowserError)) throw error;
      return redirectTo(challengePath(whoseVisit(visit).pageId));
    }
  };
}

/** All that another browser is told: nothing of the person, nor of the company. */
export function elsewhere(visit: Visit): PageAnswer {
  visit.dress(null, null);
  const t = challengeTexts(visit.locale);
  const title = t('elsewhereTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('elsewhereText')}</p>
    </>
  );
  return { kind: 'page', status: 403, view: { title, body } };
}
