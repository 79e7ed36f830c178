/** What a person does while a code is asked for: enter it, have it sent again, begin anew, or stop. */

import { getPage, postPage, redirectTo, type PageRoute } from '../page.js';
import { isLocale } from '../language.js';
import { PageError } from '../page-error.js';
import {
  CHALLENGE_PATH,
  callOf,
  challengePath,
  whoseVisit,
  type Step,
} from './challenge-address.js';
import type { ChallengeDeps } from './challenge-deps.js';
import { forOwner } from './for-owner.js';
import { answerProblems } from './problems-page.js';
import { answerTrouble } from './trouble-answer.js';

export function codeActs(deps: ChallengeDeps): readonly PageRoute[] {
  return [
    enterCode(deps),
    sendAgain(deps),
    beginAnew(deps),
    stop(deps),
    chooseLanguage(deps),
    ...RELOADED.map(backToPage),
  ];
}

function enterCode(deps: ChallengeDeps): PageRoute {
  return postPage({
    id: 'page.challenge_code',
    path: `${CHALLENGE_PATH}/code`,
    cookie: 'browser',
    fields: { code: 'one' },
    handle: forOwner(async (visit, keys, { code }) => {
      const who = whoseVisit(visit);
      try {
        await deps.pages.verifyOnPage(callOf(visit), { ...who, code });
        return redirectTo(challengePath(who.pageId));
      } catch (error) {
        return answerTrouble(deps, { visit, keys, error, sent: code });
      }
    }),
  });
}

function sendAgain(deps: ChallengeDeps): PageRoute {
  return postPage({
    id: 'page.challenge_resend',
    path: `${CHALLENGE_PATH}/resend`,
    cookie: 'browser',
    isSending: true,
    fields: {},
    handle: forOwner(async (visit, keys) => {
      const who = whoseVisit(visit);
      try {
        await deps.pages.resendOnPage(callOf(visit), who);
        return redirectTo(`${challengePath(who.pageId)}?sent=again`);
      } catch (error) {
        return answerTrouble(deps, { visit, keys, error, sent: '' }, answerProblems);
      }
    }),
  });
}

function beginAnew(deps: ChallengeDeps): PageRoute {
  return postPage({
    id: 'page.challenge_restart',
    path: `${CHALLENGE_PATH}/restart`,
    cookie: 'browser',
    isSending: true,
    fields: {},
    handle: forOwner(async (visit, keys) => {
      const who = whoseVisit(visit);
      try {
        await deps.pages.restartOnPage(callOf(visit), who);
        return redirectTo(challengePath(who.pageId));
      } catch (error) {
        return answerTrouble(deps, { visit, keys, error, sent: '' });
      }
    }),
  });
}

/** "This was not me". */
function stop(deps: ChallengeDeps): PageRoute {
  return postPage({
    id: 'page.challenge_cancel',
    path: `${CHALLENGE_PATH}/cancel`,
    cookie: 'browser',
    fields: {},
    handle: forOwner(async (visit, keys) => {
      const who = whoseVisit(visit);
      try {
        await deps.pages.cancelOnPage(callOf(visit), who);
        return redirectTo(`${challengePath(who.pageId)}?ended=disowned`);
      } catch (error) {
        return answerTrouble(deps, { visit, keys, error, sent: '' }, answerProblems);
      }
    }),
  });
}

function chooseLanguage(deps: ChallengeDeps): PageRoute {
  return postPage({
    id: 'page.challenge_language',
    path: `${CHALLENGE_PATH}/language`,
    cookie: 'browser',
    fields: { locale: 'one' },
    handle: forOwner(async (visit, _keys, { locale }) => {
      if (!isLocale(locale)) throw new PageError('badRequest');
      const who = whoseVisit(visit);
      await deps.pages.setPageLocale({ ...who, locale });
      return redirectTo(challengePath(who.pageId));
    }),
  });
}

/** Addresses that a form leaves in the address bar when its page is shown again with an error. */
const RELOADED = ['continue', 'code', 'resend', 'restart', 'cancel', 'skip', 'language'] as const;

function backToPage(step: Step): PageRoute {
  return getPage({
    id: `page.challenge_${step}_reloaded`,
    path: `${CHALLENGE_PATH}/${step}`,
    cookie: null,
    handle: async (visit) => redirectTo(visit.req.path.slice(0, -step.length - 1) as `/${string}`),
  });
}
