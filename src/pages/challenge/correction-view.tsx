/** The page that corrects a number whose code was sent, without starting over. */

import { Link } from '../components/link.js';
import { redirectTo, type PageAnswer } from '../page.js';
import { challengeTexts } from '../texts/challenge.js';
import { enrolmentTexts } from '../texts/enrolment.js';
import { challengePath } from './challenge-address.js';
import { withLanguage } from './challenge-view.js';
import type { Said } from './said.js';
import { NoticeText, NumberForm, NumberTroubles } from './number-form.js';
import { isFirstNumber, pendingOf, type Scene } from './scene.js';

export function answerCorrection(scene: Scene, said: Said = {}): PageAnswer {
  const { id, locale, shown } = scene;
  const challenge = pendingOf(shown);
  if (!challenge || !isFirstNumber(shown)) return redirectTo(challengePath(id));
  const t = enrolmentTexts(locale);
  const title = t('correctTitle');
  const body = (
    <>
      <NumberTroubles {...{ scene, said }} />
      <h1>{title}</h1>
      <p>{t('correctText', { lastTwo: challenge.maskedDestination.slice(-2) })}</p>
      <NumberForm {...{ scene, said }} />
      <p>
        <Link to={challengePath(id)}>{challengeTexts(locale)('backToCode')}</Link>
      </p>
      <NoticeText scene={scene} />
    </>
  );
  const { phone, trouble, failure } = said;
  const view = withLanguage(scene, { title, body, hasErrors: Boolean(phone?.text) });
  return { kind: 'page', status: trouble?.status ?? phone?.status ?? 200, view, failure };
}
