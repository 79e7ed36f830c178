/** The pages of a challenge that ended: how, and what can be done now. */

import type { VNode } from 'preact';

import { CallButton } from '../code-entry/call-button.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { Link } from '../components/link.js';
import type { PageView } from '../page.js';
import { challengeTexts } from '../texts/challenge.js';
import { challengePath } from './challenge-address.js';
import type { Said } from './said.js';
import { isFirstNumber, type Scene } from './scene.js';
import { TroubleNotice } from './trouble-notice.js';

export function expiredView(scene: Scene, said: Said): PageView {
  const t = challengeTexts(scene.locale);
  if (isFirstNumber(scene.shown)) {
    const words = { title: t('expiredNumberTitle'), text: t('expiredNumberText') };
    return renewable(scene, said, { ...words, button: t('goOn') });
  }
  const words = { title: t('expiredTitle'), text: t('expiredText'), button: t('newCode') };
  return renewable(scene, said, words);
}

export function triedView(scene: Scene, said: Said): PageView {
  const t = challengeTexts(scene.locale);
  const words = { title: t('triedTitle'), text: t('triedText') };
  const button = t(isFirstNumber(scene.shown) ? 'goOn' : 'newCode');
  return renewable(scene, said, { ...words, button });
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly button: string;
}

/** A new code under the same way back; a change of number begins where it was begun. */
function renewable(scene: Scene, { trouble }: Said, { title, text, button }: Words): PageView {
  const { id, keys, locale, shown } = scene;
  const { purpose } = shown.page;
  const canRenew = purpose === 'sign_in' || purpose === 'step_up';
  const body = (
    <>
      <TroubleNotice trouble={trouble} />
      <h1>{title}</h1>
      <p>{canRenew ? text : challengeTexts(locale)('overText')}</p>
      {canRenew && (
        <Form action={challengePath(id, 'restart')} keys={keys}>
          <Button>{button}</Button>
          <CallButton {...{ locale, trouble }} />
        </Form>
      )}
      <Back scene={scene} isButton={!canRenew} />
    </>
  );
  return { title, body };
}

export function canceledView(scene: Scene, { isDisowned = false, trouble }: Said): PageView {
  const t = challengeTexts(scene.locale);
  const title = t('stoppedTitle');
  const body = (
    <>
      <TroubleNotice trouble={trouble} />
      <h1>{title}</h1>
      <p>{t(isDisowned ? 'disownedText' : 'stoppedText')}</p>
      {isDisowned && <p>{t('disownedNext')}</p>}
      {!isDisowned && <Back scene={scene} isButton />}
    </>
  );
  return { title, body };
}

/** By itself, and by a link: a form that was sent may not lead off this origin (`form-action`). */
export function goOnView({ locale, back }: Scene, status: 'approved' | 'skipped'): PageView {
  const t = challengeTexts(locale);
  const title = t(status === 'approved' ? 'doneTitle' : 'skippedTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('doneText')}</p>
      {back !== null && (
        <p>
          <Link to={back} isButton>
            {t('doneLink')}
          </Link>
        </p>
      )}
    </>
  );
  return { title, body, ...(back !== null && { goTo: back }) };
}

export function Back({
  scene: { back, locale },
  isButton = false,
}: {
  readonly scene: Scene;
  readonly isButton?: boolean;
}): VNode | null {
  if (back === null) return null;
  return (
    <p>
      <Link to={back} isButton={isButton}>
        {challengeTexts(locale)('back')}
      </Link>
    </p>
  );
}
