/** A button that sends its form. */

import type { ComponentChildren, VNode } from 'preact';

export interface ButtonProps {
  /** One `primary` on a page; `danger` for what cannot be undone; `link` for the small way out. */
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'link';
  readonly id?: string;
  /** Sent with the form when this button was used. */
  readonly name?: string;
  readonly value?: string;
  /** Seconds until it can be used: a countdown where scripts run, and enforced by the server anyway. */
  readonly waitSeconds?: number;
  readonly children: ComponentChildren;
}

export function Button({ kind = 'primary', waitSeconds, children, ...rest }: ButtonProps): VNode {
  return (
    <button type="submit" class={`button ${kind}`} data-wait={waitSeconds} {...rest}>
      {children}
    </button>
  );
}
