/** "Not received a text message?": what can be done about it, and "this was not me". */

import type { VNode } from 'preact';

import type { PendingAnswer } from '../../app/answers.js';
import { sentText } from '../code-entry/delivery-text.js';
import { ResendForm } from '../code-entry/resend-form.js';
import { secondsUntil } from '../code-entry/wait.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { Link } from '../components/link.js';
import { getPage, redirectTo, type PageAnswer, type PageRoute } from '../page.js';
import { challengeTexts } from '../texts/challenge.js';
import { CHALLENGE_PATH, challengePath } from './challenge-address.js';
import type { ChallengeDeps } from './challenge-deps.js';
import { withLanguage } from './challenge-view.js';
import type { Said } from './said.js';
import { forOwner } from './for-owner.js';
import { Help } from './help.js';
import { openScene, pendingOf, type Scene } from './scene.js';
import { TroubleNotice } from './trouble-notice.js';

export function problemsPage(deps: ChallengeDeps): PageRoute {
  return getPage({
    id: 'page.challenge_problems',
    path: `${CHALLENGE_PATH}/problems`,
    cookie: 'browser',
    handle: forOwner(async (visit, keys) => answerProblems(await openScene(deps, visit, keys))),
  });
}

/** Without a code that is waited for there is nothing to help with: the page says where it stands. */
export function answerProblems(scene: Scene, said: Said = {}): PageAnswer {
  const challenge = pendingOf(scene.shown);
  if (!challenge) return redirectTo(challengePath(scene.id));
  const { trouble, failure } = said;
  const title = challengeTexts(scene.locale)('problemsTitle');
  const body = <Problems {...{ scene, challenge, said }} />;
  const view = withLanguage(scene, { title, body });
  return { kind: 'page', status: trouble?.status ?? 200, view, failure };
}

interface ProblemsProps {
  readonly scene: Scene;
  readonly challenge: PendingAnswer;
  readonly said: Said;
}

function Problems({ scene, challenge, said }: ProblemsProps): VNode {
  const { id, keys, locale, shown } = scene;
  const t = challengeTexts(locale);
  const { maskedDestination, resendAvailableAt } = challenge;
  const waitSeconds = secondsUntil(resendAvailableAt, shown.standing.now);
  return (
    <>
      <TroubleNotice trouble={said.trouble} />
      <h1>{t('problemsTitle')}</h1>
      <p>
        {challenge.delivery.status === 'undelivered'
          ? sentText(locale, challenge)
          : t('problemsText')}
      </p>
      <h2>{t('againTitle')}</h2>
      <p>{t('againText', { lastTwo: maskedDestination.slice(-2) })}</p>
      <ResendForm
        {...{ action: challengePath(id, 'resend'), keys, locale, waitSeconds, challenge }}
      />
      <Help company={shown.company} locale={locale} />
      <h2>{t('phoneLostTitle')}</h2>
      <p>{t('phoneLostText')}</p>
      <h2>{t('disownTitle')}</h2>
      <p>{t('disownText')}</p>
      <Form action={challengePath(id, 'cancel')} keys={keys}>
        <Button kind="danger">{t('disown')}</Button>
      </Form>
      <p>
        <Link to={challengePath(id)}>{t('backToCode')}</Link>
      </p>
    </>
  );
}
