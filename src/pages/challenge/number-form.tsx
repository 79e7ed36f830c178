/** The form for a number, the notice that stands with it, and what can be wrong. */

import type { VNode } from 'preact';

import { Button } from '../components/button.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Form } from '../components/form.js';
import { PhoneField } from '../components/text-field.js';
import { enrolmentTexts } from '../texts/enrolment.js';
import { challengePath } from './challenge-address.js';
import type { Said } from './said.js';
import { exampleNumbers } from './example-numbers.js';
import type { Scene } from './scene.js';
import { TroubleNotice } from './trouble-notice.js';

export const NUMBER_FIELD = 'phone';

interface NumberFormProps {
  readonly scene: Scene;
  readonly said: Said;
  /** Beside the one way that the page proposes. */
  readonly isSecond?: boolean;
}

export function NumberForm({ scene, said, isSecond = false }: NumberFormProps): VNode {
  const { id, keys, locale, shown, notice } = scene;
  const t = enrolmentTexts(locale);
  const { phone } = said;
  return (
    <Form action={challengePath(id, 'phone')} keys={keys}>
      <input type="hidden" name="notice" value={notice?.version ?? ''} />
      <PhoneField
        id={NUMBER_FIELD}
        label={t('number')}
        hint={t('numberHint', { ...exampleNumbers(shown.company.defaultCountry) })}
        value={phone?.typed ?? ''}
        error={phone?.text ?? undefined}
      />
      <Button kind={isSecond ? 'secondary' : 'primary'}>{t('send')}</Button>
    </Form>
  );
}

interface TroublesProps {
  readonly scene: Pick<Scene, 'locale'>;
  readonly said: Said;
}

export function NumberTroubles({ scene: { locale }, said }: TroublesProps): VNode {
  const { phone, trouble } = said;
  const errors = phone?.text ? [{ field: NUMBER_FIELD, text: phone.text }] : [];
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <TroubleNotice trouble={trouble} />
    </>
  );
}

/** In full, with the version that is recorded with the number (R099). */
export function NoticeText({ scene: { locale, notice } }: { readonly scene: Scene }): VNode | null {
  if (!notice) return null;
  const t = enrolmentTexts(locale);
  return (
    <section aria-labelledby="notice" lang={notice.locale}>
      <h2 id="notice">{t('noticeTitle')}</h2>
      {notice.text.split('\n\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p class="quiet">{t('noticeVersion', { version: notice.version })}</p>
    </section>
  );
}
