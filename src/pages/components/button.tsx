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
  /** The id of the `LiveRegion` that tells, once, that the wait is over. */
  readonly waitStatus?: string;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps): VNode {
  const { kind = 'primary', waitSeconds, waitStatus, children, ...rest } = props;
  const wait = { 'data-wait': waitSeconds, 'data-wait-status': waitStatus };
  return (
    <button type="submit" class={`button ${kind}`} {...wait} {...rest}>
      {children}
    </button>
  );
}
