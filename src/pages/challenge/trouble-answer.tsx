/** Shows a challenge page again after an act that did not do what was asked, with the reason in words. */

import { StoreUnavailableError } from '../../app/errors.js';
import { CodeForm } from '../code-entry/code-form.js';
import { isEnded, troubleOf } from '../code-entry/trouble.js';
import type { FormKeys } from '../form-keys.js';
import { redirectTo, type PageAnswer } from '../page.js';
import { challengeTexts } from '../texts/challenge.js';
import type { Visit } from '../visit.js';
import { challengePath, whoseVisit } from './challenge-address.js';
import type { ChallengeDeps } from './challenge-deps.js';
import { answerScene } from './challenge-view.js';
import type { Said } from './said.js';
import { Troubles } from './code-view.js';
import { openScene, pendingOf, type Scene } from './scene.js';

export interface Failed {
  readonly visit: Visit;
  readonly keys: FormKeys;
  readonly error: unknown;
  /** The code that was sent; empty where none was. */
  readonly sent: string;
}

type Answer = (scene: Scene, said: Said) => PageAnswer;

/** Throws on what no page has words for. An end of the challenge is its own page's to show. */
export async function answerTrouble(
  deps: ChallengeDeps,
  failed: Failed,
  answer: Answer = answerScene,
): Promise<PageAnswer> {
  const { visit, keys, error, sent } = failed;
  if (isEnded(error)) return redirectTo(challengePath(whoseVisit(visit).pageId));
  const scene = await openIfPossible(deps, visit, keys);
  const codeLength = (scene && pendingOf(scene.shown)?.codeLength) ?? deps.codeLength;
  const trouble = troubleOf(error, { locale: visit.locale, sent, codeLength });
  if (!trouble) throw error;
  if (!scene) return bareCodePage(failed, codeLength);
  const isOver = trouble.isAboutCode && !pendingOf(scene.shown);
  return isOver ? redirectTo(challengePath(scene.id)) : answer(scene, { trouble, failure: error });
}

/** What stopped the act may stop the look at the page too. */
async function openIfPossible(
  deps: ChallengeDeps,
  visit: Visit,
  keys: FormKeys,
): Promise<Scene | undefined> {
  try {
    return await openScene(deps, visit, keys);
  } catch (error) {
    if (error instanceof StoreUnavailableError) return undefined;
    throw error;
  }
}

/** Nothing can be read, but the form stays: the code can be sent again from here. */
function bareCodePage({ visit, keys, error, sent }: Failed, codeLength: number): PageAnswer {
  const { locale } = visit;
  const { pageId } = whoseVisit(visit);
  const title = challengeTexts(locale)('codeTitle');
  const action = challengePath(pageId, 'code');
  const body = (
    <>
      <Troubles scene={{ locale }} trouble={troubleOf(error, { locale, sent, codeLength })} />
      <h1>{title}</h1>
      <CodeForm {...{ action, keys, locale, codeLength }} />
    </>
  );
  return { kind: 'page', status: 503, view: { title, body, scripts: ['code.js'] }, failure: error };
}
