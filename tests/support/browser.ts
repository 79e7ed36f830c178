/** A headless Chromium as people use one, with what the pages promise checked on every visit. */

import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

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

interface WithoutScripts {
  readonly browser: Browser;
  readonly options: BrowserContextOptions;
}

/** Whose visitors run no scripts. */
const withoutScripts = new WeakMap<BrowserContext, WithoutScripts>();

/** A person with a browser of their own: no cookies, nothing cached. */
export async function newVisitor(browser: Browser, visit: Visit = {}): Promise<Visitor> {
  const { locale = 'en-GB', javaScript = true, colorScheme = 'light', width = 1_280 } = visit;
  const viewport = { width, height: width < 600 ? 640 : 800 };
  const options = { locale, colorScheme, viewport };
  const context = await browser.newContext({ ...options, javaScriptEnabled: javaScript });
  if (!javaScript) withoutScripts.set(context, { browser, options });
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
  const unscripted = withoutScripts.get(page.context());
  return unscripted ? faultsInCopy(page, unscripted) : faultsOn(page);
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  // The pages have no frames, which are what the other mode opens a second page for.
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** The rules are scripts themselves: they see the same document where they are the only ones that run. */
async function faultsInCopy(
  page: Page,
  { browser, options }: WithoutScripts,
): Promise<readonly string[]> {
  const body = (await page.content()).replaceAll('noscript>', 'div>');
  const context = await browser.newContext(options);
  const copy = await context.newPage();
  await copy.route('**/*', (route) => {
    const type = route.request().resourceType();
    if (type === 'document') return route.fulfill({ contentType: 'text/html', body });
    return type === 'script' ? route.abort() : route.continue();
  });
  await copy.goto(page.url());
  const faults = await faultsOn(copy);
  await context.close();
  return faults;
}

/** What sticks out sideways: a page that has to be scrolled both ways cannot be read on a phone. */
export async function isScrolledSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
}
