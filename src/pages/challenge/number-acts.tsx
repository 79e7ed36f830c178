/** What a person does to give a first number: enter it, correct it, confirm an imported one, or put it off. */

import { RefusalError } from '../../app/errors.js';
import { malformedNumberText } from './number-trouble.js';
import type { FormKeys } from '../form-keys.js';
import { getPage, postPage, redirectTo, type PageAnswer, type PageRoute } from '../page.js';
import type { Visit } from '../visit.js';
import { CHALLENGE_PATH, callOf, challengePath, whoseVisit } from './challenge-address.js';
import type { ChallengeDeps } from './challenge-deps.js';
import { answerScene } from './challenge-view.js';
import type { Said } from './said.js';
import { answerCorrection } from './correction-view.js';
import { forOwner } from './for-owner.js';
import { openScene, pendingOf, type Scene } from './scene.js';
import { answerTrouble } from './trouble-answer.js';

export function numberActs(deps: ChallengeDeps): readonly PageRoute[] {
  return [
    getPage({
      id: 'page.challenge_phone',
      path: `${CHALLENGE_PATH}/phone`,
      cookie: 'browser',
      handle: forOwner(async (visit, keys) => answerCorrection(await openScene(deps, visit, keys))),
    }),
    postPage({
      id: 'page.challenge_enrol',
      path: `${CHALLENGE_PATH}/phone`,
      cookie: 'browser',
      isSending: true,
      fields: { phone: 'one', notice: 'one', imported: 'one' },
      handle: forOwner((visit, keys, sent) => enrol(deps, { visit, keys, sent })),
    }),
    putOff(deps),
  ];
}

interface Given {
  readonly visit: Visit;
  readonly keys: FormKeys;
  readonly sent: {
    readonly phone: string;
    readonly notice: string;
    readonly imported: string;
  };
}

async function enrol(deps: ChallengeDeps, given: Given): Promise<PageAnswer> {
  const { visit, sent } = given;
  const who = whoseVisit(visit);
  const scene = await openScene(deps, visit, given.keys);
  const phoneNumber = sent.imported === 'yes' ? null : sent.phone;
  const input = {
    ...who,
    phoneNumber,
    noticeVersion: sent.notice,
    channel: null,
    locale: visit.locale,
  };
  try {
    await deps.pages.enrolOnPage(callOf(visit), input);
    return redirectTo(challengePath(who.pageId));
  } catch (error) {
    return answerNumberTrouble(deps, given, { scene, error });
  }
}

interface FailedNumber {
  readonly scene: Scene;
  readonly error: unknown;
}

async function answerNumberTrouble(
  deps: ChallengeDeps,
  { visit, keys, sent: { phone: typed } }: Given,
  { scene, error }: FailedNumber,
): Promise<PageAnswer> {
  const show = pendingOf(scene.shown) ? answerCorrection : answerScene;
  const text = error instanceof RefusalError ? malformedNumberText(scene, error, typed) : undefined;
  if (text !== undefined) {
    return show(scene, { phone: { typed, text, status: 422 }, failure: error });
  }
  const keepTyped = (now: Scene, said: Said) =>
    show(now, { ...said, phone: { typed, text: null, status: said.trouble?.status ?? 422 } });
  return answerTrouble(deps, { visit, keys, error, sent: '' }, keepTyped);
}

/** "Not now". */
function putOff(deps: ChallengeDeps): PageRoute {
  return postPage({
    id: 'page.challenge_skip',
    path: `${CHALLENGE_PATH}/skip`,
    cookie: 'browser',
    fields: {},
    handle: forOwner(async (visit, keys) => {
      const who = whoseVisit(visit);
      try {
        await deps.pages.skipOnPage(callOf(visit), who);
        return redirectTo(challengePath(who.pageId));
      } catch (error) {
        // No longer possible: the page as it stands now says what is.
        if (isAbout(error, '#/reason')) return redirectTo(challengePath(who.pageId));
        return answerTrouble(deps, { visit, keys, error, sent: '' });
      }
    }),
  });
}

function isAbout(error: unknown, field: string): boolean {
  const errors = error instanceof RefusalError ? (error.facts.errors ?? []) : [];
  return errors.some(({ pointer }) => pointer === field);
}
