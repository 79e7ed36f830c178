/** A form that changes something: POST to our own origin, with the fields that prove where it came from. */

import type { ComponentChildren, VNode } from 'preact';

import type { FormKeys } from '../form-keys.js';

export interface FormProps {
  /** The path it is sent to; the token is bound to it. */
  readonly action: string;
  readonly keys: FormKeys;
  /** A row of small controls instead of a column. */
  readonly isInline?: boolean;
  readonly children: ComponentChildren;
}

/** `noValidate`: what is wrong is said by the page, in the person's language, and in one way everywhere. */
export function Form({ action, keys, isInline = false, children }: FormProps): VNode {
  return (
    <form
      method="post"
      action={action}
      class={isInline ? 'form inline' : 'form'}
      noValidate
      data-guard=""
    >
      <input type="hidden" name="csrf" value={keys.csrf(action)} />
      <input type="hidden" name="once" value={keys.once()} />
      {children}
    </form>
  );
}
