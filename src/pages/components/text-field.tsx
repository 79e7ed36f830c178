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
  const { value = '', lines = 1 } = props;
  return (
    <Field {...props}>
      {lines > 1 ? (
        <textarea {...controlOf(props)} rows={lines}>
          {value}
        </textarea>
      ) : (
        <Line {...props} />
      )}
    </Field>
  );
}

function Line(props: TextFieldProps): VNode {
  const line = { ...controlOf(props), value: props.value ?? '', size: props.width };
  if (props.type === 'search') return <input {...line} type="search" />;
  if (props.type === 'date') return <input {...line} type="date" />;
  return <input {...line} type="text" />;
}

function controlOf(props: TextFieldProps) {
  const { autoComplete = 'off', isFocused } = props;
  return { ...describedBy(props), autoComplete, autoFocus: isFocused };
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
