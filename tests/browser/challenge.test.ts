/** The challenge pages in Chromium: whole sign-ins as people do them, on small and large screens, with and without scripts. */

import { mkdirSync } from 'node:fs';

import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import {
  accessibilityFaults,
  isScrolledSideways,
  newVisitor,
  openBrowser,
  type Visit,
  type Visitor,
} from '../support/browser.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { startLittleLogin, type LittleLogin } from './little-login.js';

let assay: InProcess;
let login: LittleLogin;
let browser: Browser;
let companyId: string;
let visitor: Visitor;
let next = 0;

beforeAll(async () => {
  assay = await openInProcess();
  companyId = await assay.login.company();
  login = await startLittleLogin(assay, companyId);
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await login.close();
  await assay.close();
});
afterEach(async () => {
  jest.useRealTimers();
  expect(visitor.foreignRequests).toEqual([]);
  expect(visitor.complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
  await visitor.close();
});

/** Where somebody wants to look at the pages: `PICTURES=/tmp/pictures`. */
const pictures = process.env['PICTURES'];

/** A page as it should be, whoever reads it. */
async function look(page: Page, name: string): Promise<void> {
  expect(await isScrolledSideways(page)).toBe(false);
  expect(await accessibilityFaults(page)).toEqual([]);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

/** The stores' clock alone is six minutes ahead. */
function later(): void {
  jest.useFakeTimers({
    now: Date.now() + 6 * 60_000,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const),
      ...([
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ] as const),
    ],
  });
}

const newcomer = () => ({ userId: `u-${String(next)}`, phoneNumber: exampleNumber(next++) });

async function enrolled() {
  const person = newcomer();
  await assay.login.enrol(companyId, person, assay.codeFor);
  return person;
}

/** Signs in with the password, as a person does, and is sent to Assay's page. */
async function signIn({ userId }: { userId: string }, visit: Visit = {}): Promise<Page> {
  visitor = await newVisitor(browser, visit);
  const { page } = visitor;
  await page.goto(login.url);
  await page.getByLabel('Name').fill(userId);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/challenge\//);
  return page;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

async function enter(page: Page, code: string): Promise<void> {
  await page.locator('#code').fill(code);
  await page.locator('main form button').first().click();
}

const SMALL: Visit = { width: 320, colorScheme: 'dark' };

/** Whole ways; the other combinations are looked at further down. */
const WAYS: [string, Visit][] = [
  ['with scripts, on a small phone in the dark', SMALL],
  ['without scripts, on a desk', { javaScript: false }],
];

describe.each(WAYS)('%s', (name, visit) => {
  const file = name.replace(/\W+/g, '-');

  it('R086: a wrong code, then the right one, signs in', async () => {
    const person = await enrolled();
    const page = await signIn(person, visit);
    expect(await heading(page)).toBe('Enter your security code');
    await look(page, `${file}-code`);
    const code = assay.codeFor(person.phoneNumber);
    await enter(page, otherCode(code));
    expect(await page.getByRole('alert').innerText()).toContain('4 tries are left.');
    await look(page, `${file}-wrong`);
    await enter(page, `${code.slice(0, 3)} ${code.slice(3)}`);
    await page.waitForURL(/\/back/);
    expect(await heading(page)).toBe(`Welcome ${person.userId}`);
    // The page that answered the wrong code is not kept: the browser asks before it sends that again.
    await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');
  });

  it('a number is given, corrected and proven', async () => {
    const [person, typo] = [newcomer(), newcomer()];
    const page = await signIn(person, visit);
    expect(await heading(page)).toBe('Add your mobile number');
    await look(page, `${file}-number`);
    const give = async (written: string) => {
      await page.getByLabel('Mobile number').fill(written);
      await page.getByRole('button', { name: 'Send a code' }).click();
    };
    await give('07700');
    await look(page, `${file}-number-wrong`);
    await give(typo.phoneNumber);
    await page.getByRole('link', { name: 'Change the number' }).click();
    await look(page, `${file}-correct`);
    await give(`0${person.phoneNumber.slice(3)}`);
    await enter(page, assay.codeFor(person.phoneNumber));
    await page.waitForURL(/\/back/);
    expect(await heading(page)).toBe(`Welcome ${person.userId}`);
  });

  it('help is one step away, and "this was not me" ends it', async () => {
    const page = await signIn(await enrolled(), visit);
    await page.getByRole('link', { name: 'Not received a text message?' }).click();
    await look(page, `${file}-problems`);
    await page.getByRole('button', { name: 'Stop this' }).click();
    expect(await heading(page)).toBe('This was stopped');
    await look(page, `${file}-stopped`);
  });

  it('an expired code is followed by a new one on the same page', async () => {
    const person = await enrolled();
    const page = await signIn(person, visit);
    later();
    await enter(page, assay.codeFor(person.phoneNumber));
    expect(await heading(page)).toBe('This code has expired');
    await look(page, `${file}-expired`);
    await page.getByRole('button', { name: 'Send a new code' }).click();
    await enter(page, assay.codeFor(person.phoneNumber));
    await page.waitForURL(/\/back/);
    expect(await heading(page)).toBe(`Welcome ${person.userId}`);
  });
});

const LOOKS: [string, string, Visit][] = [
  ...['de', 'fr', 'es', 'it'].map((locale): [string, string, Visit] => [locale, 'small', SMALL]),
  ['de', 'large', {}],
  ['en', 'large', {}],
  ['en', 'large and dark', { colorScheme: 'dark' }],
  ['en', 'small and light', { width: 320 }],
  ['en', 'small, dark and unscripted', { ...SMALL, javaScript: false }],
];

it.each(LOOKS)('in %s every page fits and is accessible on a %s screen', async (...row) => {
  const [locale, size, way] = row;
  const visit = { ...way, locale };
  const page = await signIn(await enrolled(), visit);
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  await look(page, `${locale}-${size}-code`);
  await enter(page, 'x');
  await page.getByRole('alert').waitFor();
  await look(page, `${locale}-${size}-wrong`);
  await page.goto(`${page.url().replace(/\/code$/, '')}/problems`);
  await look(page, `${locale}-${size}-problems`);
  await visitor.close();
  const other = await signIn(newcomer(), visit);
  await look(other, `${locale}-${size}-number`);
});

it('a whole sign-in by keyboard alone, in reading order', async () => {
  const person = await enrolled();
  const page = await signIn(person);
  const focused = () => page.evaluate('document.activeElement.textContent.trim()');
  expect(await page.evaluate('document.activeElement.id')).toBe('code');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Continue');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Not received a text message?');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type(assay.codeFor(person.phoneNumber));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/back/);
  expect(await heading(page)).toBe(`Welcome ${person.userId}`);
});

it('the code page and all it loads is under 30 kB, and no script blocks it', async () => {
  const person = await enrolled();
  visitor = await newVisitor(browser);
  const sizes = new Map<string, number>();
  visitor.page.on('response', async (response) => {
    if (response.url().startsWith(assay.url) && response.status() === 200)
      sizes.set(response.url(), (await response.body()).length);
  });
  await visitor.page.goto(login.url);
  await visitor.page.getByLabel('Name').fill(person.userId);
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  await visitor.page.waitForURL(/\/challenge\//);
  await visitor.page.waitForLoadState('networkidle');
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(sizes.size).toBeGreaterThanOrEqual(4);
  expect(total).toBeLessThan(30_000);
  const blocking = 'document.querySelectorAll("script:not([type=module])").length';
  expect(await visitor.page.evaluate(blocking)).toBe(0);
});

it('the phone hands its code over and signs in by itself; a code typed by hand stops that', async () => {
  const person = await enrolled();
  visitor = await newVisitor(browser);
  const { page } = visitor;
  await page.addInitScript(`
    window.OTPCredential = class {};
    navigator.credentials.get = ({ signal }) => new Promise((resolve, reject) => {
      window.handOver = (code) => resolve({ code });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  `);
  await page.goto(login.url);
  await page.getByLabel('Name').fill(person.userId);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/challenge\//);
  await page.waitForFunction('window.handOver !== undefined');
  await page.evaluate(`window.handOver('${assay.codeFor(person.phoneNumber)}')`);
  await page.waitForURL(/\/back/);
  expect(await heading(page)).toBe(`Welcome ${person.userId}`);
});

it('sending again waits in sight, and says once that it can be done', async () => {
  const person = await enrolled();
  visitor = await newVisitor(browser);
  const { page } = visitor;
  await page.clock.install();
  await page.goto(login.url);
  await page.getByLabel('Name').fill(person.userId);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/challenge\//);
  await page.getByRole('link', { name: 'Not received a text message?' }).click();
  const again = page.getByRole('button', { name: /Send the code again/ });
  expect(await again.innerText()).toMatch(/\(\d+\)/);
  expect(await again.isDisabled()).toBe(true);
  await page.clock.runFor(240_000);
  expect(await again.isDisabled()).toBe(false);
  expect(await page.locator('#resend-ready').innerText()).toBe('The code can be sent again now.');
});

it('says when the code has ended in another tab, and offers to go on', async () => {
  const page = await signIn(await enrolled());
  await page.clock.install();
  await page.reload();
  const other = await visitor.context.newPage();
  await other.goto(`${assay.url}${new URL(page.url()).pathname}/problems`);
  await other.getByRole('button', { name: 'Stop this' }).click();
  await page.clock.runFor(6_000);
  await page.getByText('This code can no longer be entered.').waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();
  expect(await heading(page)).toBe('This was stopped');
});
