/** The page that asks for the number: why, what happens with it, and "not now" while that is possible. */

import type { VNode } from 'preact';

import type { EnrolmentRequiredAnswer } from '../../app/answers.js';
import { mayChooseNumber } from '../../domain/second-factor.js';
import { Button } from '../components/button.js';
import { Details } from '../components/details.js';
import { Form } from '../components/form.js';
import type { PageView } from '../page.js';
import { enrolmentTexts } from '../texts/enrolment.js';
import { challengePath } from './challenge-address.js';
import type { Said } from './said.js';
import { Help } from './help.js';
import { Back } from './ended-views.js';
import { NoticeText, NumberForm, NumberTroubles } from './number-form.js';
import type { Scene } from './scene.js';

export function enrolmentView(
  scene: Scene,
  challenge: EnrolmentRequiredAnswer,
  said: Said,
): PageView {
  if (challenge.enrolment.grant === 'none') return notOpenView(scene);
  const { locale, shown } = scene;
  const { displayName: company } = shown.company;
  const t = enrolmentTexts(locale);
  const { maskedDestination } = challenge;
  const title = t(maskedDestination === undefined ? 'title' : 'confirmTitle');
  const body = (
    <>
      <NumberTroubles {...{ scene, said }} />
      <h1>{title}</h1>
      <p>{t('why', { company })}</p>
      {maskedDestination === undefined ? (
        <NumberForm {...{ scene, said }} />
      ) : (
        <Confirm {...{ scene, said, lastTwo: maskedDestination.slice(-2) }} />
      )}
      <Skip {...{ scene, challenge }} />
      <NoticeText scene={scene} />
    </>
  );
  return { title, body, hasErrors: Boolean(said.phone?.text) };
}

function notOpenView(scene: Scene): PageView {
  const { locale, shown } = scene;
  const t = enrolmentTexts(locale);
  const title = t('notOpenTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('notOpenText', { company: shown.company.displayName })}</p>
      <Help company={shown.company} locale={locale} />
      <Back scene={scene} isButton />
    </>
  );
  return { title, body };
}

interface ConfirmProps {
  readonly scene: Scene;
  readonly said: Said;
  readonly lastTwo: string;
}

/** A number that was imported is never shown, only its end; another one needs leave of its own (R052). */
function Confirm({ scene, said, lastTwo }: ConfirmProps): VNode {
  const { id, keys, locale, shown, notice } = scene;
  const t = enrolmentTexts(locale);
  return (
    <>
      <p>{t('confirmText', { company: shown.company.displayName, lastTwo })}</p>
      <Form action={challengePath(id, 'phone')} keys={keys}>
        <input type="hidden" name="notice" value={notice?.version ?? ''} />
        <input type="hidden" name="imported" value="yes" />
        <Button>{t('confirmSend', { lastTwo })}</Button>
      </Form>
      {mayChooseNumber(shown.standing) ? (
        <Details summary={t('otherNumber')} isOpen={said.phone !== undefined}>
          <NumberForm {...{ scene, said }} isSecond />
        </Details>
      ) : (
        <p>{t('otherNumberNotOpen')}</p>
      )}
    </>
  );
}

const DAY_MS = 24 * 60 * 60 * 1_000;

function Skip({
  scene: { id, keys, locale, shown, formats },
  challenge: { enrolment },
}: {
  readonly scene: Scene;
  readonly challenge: EnrolmentRequiredAnswer;
}): VNode | null {
  if (!enrolment.canSkip) return null;
  const t = enrolmentTexts(locale);
  const { deadline } = enrolment;
  const leftMs = deadline === null ? 0 : deadline.getTime() - shown.standing.now.getTime();
  const days = Math.max(1, Math.ceil(leftMs / DAY_MS));
  return (
    <Form action={challengePath(id, 'skip')} keys={keys}>
      {deadline !== null && <p class="hint">{t('deadline', { date: formats.date(deadline) })}</p>}
      <Button kind="secondary">{deadline === null ? t('skip') : t('skipDays', { days })}</Button>
    </Form>
  );
}
