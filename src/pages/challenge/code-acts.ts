/** What a person does while a code is asked for: enter it, have it sent again, begin anew, or stop. */

import type { PageCall, PageVisit } from '../../app/pages/page-use-cases.js';
import type { Channel } from '../../domain/challenge.js';
import { CHANNEL_FIELDS, chosenChannel } from '../code-entry/chosen-channel.js';
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
import { answerScene } from './challenge-view.js';
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
  return simpleAct(deps, {
    ...{ step: 'resend', isSending: true, told: '?sent=again', troubles: answerProblems },
    act: (call, who) => deps.pages.resendOnPage(call, who),
  });
}

function beginAnew(deps: ChallengeDeps): PageRoute {
  return simpleAct(deps, {
    ...{ step: 'restart', isSending: true, told: '', troubles: answerScene },
    act: (call, who) => deps.pages.restartOnPage(call, who),
  });
}

/** "This was not me". */
function stop(deps: ChallengeDeps): PageRoute {
  return simpleAct(deps, {
    ...{ step: 'cancel', isSending: false, told: '?ended=disowned', troubles: answerProblems },
    act: (call, who) => deps.pages.cancelOnPage(call, who),
  });
}

/** What sends may be asked for in a call. */
type Sending = PageVisit & { readonly channel: Channel | null };

interface Act {
  readonly step: Step;
  readonly isSending: boolean;
  readonly act: (call: PageCall, who: Sending) => Promise<unknown>;
  /** Query of the page that follows. */
  readonly told: string;
  /** The page that says what stood in the way. */
  readonly troubles: typeof answerScene;
}

function simpleAct(deps: ChallengeDeps, { step, isSending, act, told, troubles }: Act) {
  return postPage({
    id: `page.challenge_${step}`,
    path: `${CHALLENGE_PATH}/${step}`,
    cookie: 'browser',
    isSending,
    fields: isSending ? CHANNEL_FIELDS : {},
    handle: forOwner(async (visit, keys, sent: { readonly channel?: string }) => {
      const who = whoseVisit(visit);
      const channel = chosenChannel(sent.channel ?? '');
      try {
        await act(callOf(visit), { ...who, channel });
        return redirectTo(`${challengePath(who.pageId)}${told}`);
      } catch (error) {
        return answerTrouble(deps, { visit, keys, error, sent: '' }, troubles);
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
