/** What is wrong with a form, at the top of its page; each line leads to its field. */

import type { VNode } from 'preact';

import type { Locale } from '../../domain/texts/texts.js';
import { commonTexts } from '../texts/common.js';

export interface FieldError {
  /** The id of the field. */
  readonly field: string;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly locale: Locale;
  readonly errors: readonly FieldError[];
}

/** Nothing where nothing is wrong. `autofocus` takes readers there without a script. */
export function ErrorSummary({ locale, errors }: ErrorSummaryProps): VNode | null {
  if (errors.length === 0) return null;
  const t = commonTexts(locale);
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title" tabIndex={-1} autoFocus>
      <h2 id="summary-title">{t('errorSummary')}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The text for one field; undefined where nothing is wrong with it. */
export function errorFor(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((each) => each.field === field)?.text;
}
