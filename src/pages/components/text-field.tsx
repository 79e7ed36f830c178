/** Fields for a line of text, a longer text, a date, a code and a phone number. */

import type { VNode } from 'preact';

import { describedBy, Field, type FieldProps } from './field.js';

export interface TextFieldProps extends FieldProps {
  /** What was sent, shown again so that nothing is typed twice. */
  readonly value?: string;
  /** An HTML autofill name; `off` unless given. */
  readonly autoComplete?: string;
  readonly type?: 'text' | 'search' | 'date';
  /** Characters the field is laid out for; takes more. */
  readonly width?: number;
  /** More than one: a text area of so many lines. */
  readonly lines?: number;
  readonly isFocused?: boolean;
}

export function TextField(props: TextFieldProps): VNode {
  const { value = '', autoComplete = 'off', type = 'text', lines = 1, isFocused } = props;
  const shared = { ...describedBy(props), autoComplete, autoFocus: isFocused };
  const line = { ...shared, value, size: props.width };
  return (
    <Field {...props}>
      {lines > 1 && (
        <textarea {...shared} rows={lines}>
          {value}
        </textarea>
      )}
      {lines === 1 && type === 'text' && <input {...line} type="text" />}
      {lines === 1 && type === 'search' && <input {...line} type="search" />}
      {lines === 1 && type === 'date' && <input {...line} type="date" />}
    </Field>
  );
}

export interface CodeFieldProps extends FieldProps {
  /** Digits; lays the field out and limits nothing, since people paste "123 456". */
  readonly length: number;
  readonly isFocused?: boolean;
}

/**
 * One box, never refilled: a code that was wrong is of no more use. `one-time-code` lets the phone offer
 * the code from the SMS.
 * @see {@link https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fe-autocomplete-one-time-code}
 */
export function CodeField(props: CodeFieldProps): VNode {
  return (
    <Field {...props}>
      <input
        {...describedBy(props)}
        class="code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellcheck={false}
        size={props.length}
        autoFocus={props.isFocused}
      />
    </Field>
  );
}

export interface PhoneFieldProps extends FieldProps {
  /** As it was typed: a number is not shown in another shape than the person's. */
  readonly value?: string;
  readonly isFocused?: boolean;
}

export function PhoneField(props: PhoneFieldProps): VNode {
  return (
    <Field {...props}>
      <input
        {...describedBy(props)}
        class="phone"
        type="tel"
        autoComplete="tel"
        value={props.value ?? ''}
        autoFocus={props.isFocused}
      />
    </Field>
  );
}
