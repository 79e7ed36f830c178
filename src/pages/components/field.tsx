/** What every field has around its control: label, hint, error, and how a screen reader finds them. */

import type { ComponentChildren, VNode } from 'preact';

export interface FieldProps {
  /** Also its name in the form. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export function Field({
  id,
  label,
  hint,
  error,
  children,
}: FieldProps & { readonly children: ComponentChildren }): VNode {
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
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
      {children}
    </div>
  );
}

/** For the control itself. */
export function describedBy({ id, hint, error }: FieldProps) {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error ? [`${id}-error`] : [])];
  return {
    ...{ id, name: id },
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  };
}
