/** Help that is there when it is needed and out of the way when it is not. */

import type { ComponentChildren, VNode } from 'preact';

export interface DetailsProps {
  readonly summary: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

export function Details({ summary, isOpen = false, children }: DetailsProps): VNode {
  return (
    <details open={isOpen}>
      <summary>{summary}</summary>
      <div class="details">{children}</div>
    </details>
  );
}
