/** The form for a code, and the one that has it sent again. */

import type { VNode } from 'preact';

import type { PendingAnswer } from '../../app/answers.js';
import type { Locale } from '../../domain/texts/texts.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { LiveRegion } from '../components/notice.js';
import { CodeField } from '../components/text-field.js';
import type { FormKeys } from '../form-keys.js';
import { codeEntryTexts } from '../texts/code-entry.js';
import { waitText } from './wait.js';

/** The name of the field in the form, and its id. */
export const CODE_FIELD = 'code';

export interface CodeFormProps {
  /** Takes `code` by POST. */
  readonly action: string;
  readonly keys: FormKeys;
  readonly locale: Locale;
  /** Digits. */
  readonly codeLength: number;
  readonly error?: string | undefined;
  /** "Continue" unless given. */
  readonly submitLabel?: string;
}

/** With `code.js` a phone may fill it in and send it by itself. */
export function CodeForm(props: CodeFormProps): VNode {
  const { action, keys, locale, codeLength, error, submitLabel } = props;
  const t = codeEntryTexts(locale);
  return (
    <Form action={action} keys={keys}>
      <CodeField
        id={CODE_FIELD}
        label={t('code')}
        hint={t('codeHint', { length: codeLength })}
        length={codeLength}
        error={error}
        isFocused={error === undefined}
      />
      <Button>{submitLabel ?? t('submit')}</Button>
    </Form>
  );
}

export interface ResendFormProps {
  readonly action: string;
  readonly keys: FormKeys;
  readonly locale: Locale;
  /** Seconds until it is possible; the server enforces them. */
  readonly waitSeconds: number;
}

export function ResendForm({ action, keys, locale, waitSeconds }: ResendFormProps): VNode {
  const t = codeEntryTexts(locale);
  const waits = waitSeconds > 0;
  return (
    <Form action={action} keys={keys}>
      {waits && (
        <noscript>
          <p class="hint">{t('sendAgainFrom', { wait: waitText(locale, waitSeconds) })}</p>
        </noscript>
      )}
      <Button kind="secondary" {...(waits && { waitSeconds, waitStatus: 'resend-ready' })}>
        {t('sendAgain')}
      </Button>
      <LiveRegion id="resend-ready" text={t('sendAgainReady')} />
    </Form>
  );
}

/** Where the code went, as far as it is known. */
export function sentText(
  locale: Locale,
  { maskedDestination, delivery }: Pick<PendingAnswer, 'maskedDestination' | 'delivery'>,
): string {
  const lastTwo = maskedDestination.slice(-2);
  return codeEntryTexts(locale)(delivery.status === 'unknown' ? 'sentUnsure' : 'sentTo', {
    lastTwo,
  });
}
