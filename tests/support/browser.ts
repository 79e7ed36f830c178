/** A headless Chromium as people use one, with what the pages promise checked on every visit. */

import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** As root Chromium has no sandbox; it must not call home either, which a closed network would refuse. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WCAG 2.2, level AA, and what comes before it. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['TEST_CHROMIUM'];
  if (!executablePath) throw new Error('TEST_CHROMIUM names no program: run the tests by npm test');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface Visit {
  /** BCP 47. */
  readonly locale?: string;
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** CSS pixels; the smallest phone is 320. */
  readonly width?: number;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses outside the hosts that were allowed; the pages must ask for none. */
  readonly foreignRequests: readonly string[];
  /** Violations of the content security policy, and errors of scripts. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A person with a browser of their own: no cookies, nothing cached. */
export async function newVisitor(browser: Browser, visit: Visit = {}): Promise<Visitor> {
  const { locale = 'en-GB', javaScript = true, colorScheme = 'light', width = 1_280 } = visit;
  const context = await browser.newContext({
    locale,
    javaScriptEnabled: javaScript,
    colorScheme,
    viewport: { width, height: width < 600 ? 640 : 800 },
  });
  const foreignRequests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !['127.0.0.1', 'localhost'].includes(hostname))
      foreignRequests.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  const page = await context.newPage();
  return { context, page, foreignRequests, complaints, close: () => context.close() };
}

/** What axe finds wrong on the page: one line for each rule and element; empty on a good page. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** What sticks out sideways: a page that has to be scrolled both ways cannot be read on a phone. */
export async function isScrolledSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
}
