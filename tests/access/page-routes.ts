/** Every page there is, and whose it is: the areas of docs/pages.md, told by their addresses. */

import type { PortalRole } from '../../src/domain/portal.js';
import { accountPages } from '../../src/pages/account/account-pages.js';
import { challengePages } from '../../src/pages/challenge/challenge-pages.js';
import type { ConsolePagesDeps } from '../../src/pages/console/console-deps.js';
import { consolePages } from '../../src/pages/console/console-pages.js';
import type { PageRoute } from '../../src/pages/page.js';
import { portalPages } from '../../src/pages/portal/portal-pages.js';
import { supportPages } from '../../src/pages/support/support-pages.js';

/** Never called: what is asked of here is where pages are, and nobody opens one. */
const DEPS = {} as ConsolePagesDeps & Parameters<typeof challengePages>[0];

export const PAGES: readonly PageRoute[] = [
  ...challengePages(DEPS),
  ...portalPages(DEPS),
  ...accountPages(DEPS),
  ...consolePages(DEPS),
  ...supportPages(DEPS),
];

/** Of a person's own challenge, of a portal session, or for whoever holds a link. */
export type Area = 'challenge' | 'entry' | 'proof' | 'account' | 'console' | 'support';

const AREAS: readonly (readonly [RegExp, Area])[] = [
  [/^\/challenge\//, 'challenge'],
  [/^\/portal\/prove\//, 'proof'],
  [/^\/portal(\/|$)/, 'entry'],
  [/^\/account(\/|$)/, 'account'],
  [/^\/console(\/|$)/, 'console'],
  [/^\/support(\/|$)/, 'support'],
];

/** Undefined for a page in no area that is known: it has to be put into one before it is served. */
export function areaOf({ path }: Pick<PageRoute, 'path'>): Area | undefined {
  return AREAS.find(([pattern]) => pattern.test(path))?.[1];
}

/** Who gets in, with a code entered where the role needs one. */
export const LET_IN: Readonly<Record<'account' | 'console' | 'support', readonly PortalRole[]>> = {
  account: ['employee', 'admin'],
  console: ['admin'],
  support: ['support'],
};

/** A first number is given, and its code entered, before there is a code to prove oneself with. */
export const BEFORE_PROOF = ['/account/phone/new', '/account/phone/code', '/account/phone/number'];

/** Open to whoever holds a link, or a session of any role; tests/pages/portal/ says what each shows. */
export const ENTRY = [
  ...['/portal', '/portal/leave', '/portal/left', '/portal/language/:here', '/portal/:link'],
];
