/** Links to the pages of the console. */

import type { VNode } from 'preact';

import type { Locale } from '../../domain/texts/texts.js';
import { Navigation } from '../components/navigation.js';
import { consoleTexts } from '../texts/console.js';

/** In the order in which they are shown. */
const PAGES = [
  { to: '/console', key: 'policy' },
  { to: '/console/people', key: 'people' },
  { to: '/console/activity', key: 'activity' },
  { to: '/console/audit', key: 'audit' },
  { to: '/console/texts', key: 'texts' },
  // Their own phone.
  { to: '/account', key: 'account' },
] as const;
export type ConsolePage = (typeof PAGES)[number]['to'];

export interface ConsoleNavProps {
  readonly locale: Locale;
  /** The page that is open, or the one it belongs to. */
  readonly current: ConsolePage;
}

export function ConsoleNav({ locale, current }: ConsoleNavProps): VNode {
  const t = consoleTexts(locale);
  const links = PAGES.map(({ to, key }) => ({ to, text: t(key) }));
  return <Navigation label={t('console')} links={links} current={current} />;
}
