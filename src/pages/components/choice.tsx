/** Fields for choosing: one of a list, one of few shown side by side, or several. */

import type { VNode } from 'preact';

import { describedBy, Field, type FieldProps } from './field.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string;
}

export function Select(props: SelectProps): VNode {
  return (
    <Field {...props}>
      <select {...describedBy(props)}>
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface ChoicesProps extends FieldProps {
  readonly options: readonly Option[];
  /** Of `radio` at most one. */
  readonly chosen: readonly string[];
  readonly type: 'radio' | 'checkbox';
}

/** The first control has the field's own id, so that the error summary leads there. */
export function Choices(props: ChoicesProps): VNode {
  const { id, label, hint, error, options, chosen, type } = props;
  const { 'aria-describedby': description } = describedBy(props);
  return (
    <fieldset class={error === undefined ? 'field' : 'field wrong'} aria-describedby={description}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {options.map((option, at) => (
        <Choice
          {...{ option, type, name: id, isChosen: chosen.includes(option.value) }}
          id={at === 0 ? id : `${id}-${at}`}
        />
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly option: Option;
  readonly type: 'radio' | 'checkbox';
  readonly isChosen: boolean;
}

function Choice({ id, name, option, type, isChosen }: ChoiceProps): VNode {
  const hintId = option.hint === undefined ? undefined : `${id}-more`;
  return (
    <div class="choice">
      <input
        {...{ id, name, type, value: option.value, checked: isChosen }}
        aria-describedby={hintId}
      />
      <label for={id}>{option.label}</label>
      {option.hint !== undefined && (
        <p class="hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  );
}
