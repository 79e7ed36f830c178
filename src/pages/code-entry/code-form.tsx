/** The form for a code. */

import type { VNode } from 'preact';

import type { Channel } from '../../domain/challenge.js';
import type { Locale } from '../../domain/texts/texts.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { CodeField } from '../components/text-field.js';
import type { FormKeys } from '../form-keys.js';
import { codeEntryTexts } from '../texts/code-entry.js';

/** The name of the field in the form, and its id. */
export const CODE_FIELD = 'code';

export interface CodeFormProps {
  /** Takes `code` by POST. */
  readonly action: string;
  readonly keys: FormKeys;
  readonly locale: Locale;
  /** Digits. */
  readonly codeLength: number;
  /** How it was sent; a text unless given. */
  readonly channel?: Channel;
  readonly error?: string | undefined;
  /** "Continue" unless given. */
  readonly submitLabel?: string;
}

/** With `code.js` a phone may fill it in and send it by itself. */
export function CodeForm(props: CodeFormProps): VNode {
  const { action, keys, locale, codeLength, channel, error, submitLabel } = props;
  const t = codeEntryTexts(locale);
  return (
    <Form action={action} keys={keys}>
      <CodeField
        id={CODE_FIELD}
        label={t('code')}
        hint={t(channel === 'call' ? 'codeHintCall' : 'codeHint', { length: codeLength })}
        length={codeLength}
        error={error}
        isFocused={error === undefined}
      />
      <Button>{submitLabel ?? t('submit')}</Button>
    </Form>
  );
}
