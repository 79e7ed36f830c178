/** Facts by name: a definition list. */

import type { ComponentChildren, VNode } from 'preact';

export interface Fact {
  readonly term: ComponentChildren;
  readonly value: ComponentChildren;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
