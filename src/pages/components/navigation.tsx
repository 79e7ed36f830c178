/** Links to the pages of one area, above the content. */

import type { VNode } from 'preact';

import { Link } from './link.js';

export interface NavigationProps {
  /** Names the area. */
  readonly label: string;
  readonly links: readonly { readonly to: string; readonly text: string }[];
  /** The address of the page that is open. */
  readonly current: string;
}

export function Navigation({ label, links, current }: NavigationProps): VNode {
  return (
    <nav class="navigation" aria-label={label}>
      <ul>
        {links.map(({ to, text }) => (
          <li>
            <Link to={to} isCurrent={to === current}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
