/** Links, and the check that an address is one to go to. */

import type { ComponentChildren, VNode } from 'preact';

/**
 * A path of ours or an http(s) address. Throws for anything else: escaping alone would let `javascript:`
 * through. In a refresh, a quote or a semicolon would end the address, so both stay encoded.
 */
export function goToAddress(address: string): string {
  if (/^\/(?![/\\])[!-~]*$/.test(address)) return address;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError('not a web address');
  return url.href.replaceAll("'", '%27');
}

export interface LinkProps {
  readonly to: string;
  /** Looks like a button: for going somewhere, never for doing something. */
  readonly isButton?: boolean;
  /** The page that is open, in a navigation. */
  readonly isCurrent?: boolean;
  readonly children: ComponentChildren;
}

export function Link({ to, isButton = false, isCurrent = false, children }: LinkProps): VNode {
  return (
    <a
      href={goToAddress(to)}
      class={isButton ? 'button' : undefined}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
