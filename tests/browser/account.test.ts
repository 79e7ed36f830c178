/** My account in Chromium: entering, a whole change, a whole removal; with scripts and without. */

import type { Browser, Page } from 'playwright-core';

import { LOCALES, type Locale } from '../../src/domain/texts/texts.js';
import {
  accessibilityFaults,
  isScrolledSideways,
  newVisitor,
  openBrowser,
} from '../support/browser.js';
import type { Visit } from '../support/browser.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import { enrolled, freshNumber, invited, linkFor } from '../support/portal.js';
import type { PortalPerson } from '../support/portal.js';

const running: { assay: InProcess; browser: Browser }[] = [];
beforeAll(async () => {
  running.push({ assay: await openInProcess(), browser: await openBrowser() });
}, 180_000);
afterAll(async () => {
  for (const { assay, browser } of running) {
    await browser.close();
    await assay.close();
  }
});
function all() {
  const [only] = running;
  if (!only) throw new Error('not running');
  return only;
}

/** Whole ways; the other combinations are looked at further down. */
const VISITS: readonly Visit[] = [
  { width: 320, colorScheme: 'dark' },
  { width: 1_280, colorScheme: 'light', javaScript: false },
];

const LOOKS: readonly (readonly [Locale, Visit])[] = [
  ...LOCALES.map((locale) => [locale, { width: 320 }] as const),
  ['en', { colorScheme: 'dark' }],
  ['de', { width: 320, colorScheme: 'dark', javaScript: false }],
];

/** A page as it should be, whoever reads it. */
async function look(page: Page, name: string): Promise<void> {
  expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
  expect([name, await isScrolledSideways(page)]).toEqual([name, false]);
}

/** With the keyboard alone: focus on what is named, and Enter. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const control = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
  await control.first().focus();
  const opened = page.waitForEvent('framenavigated');
  await page.keyboard.press('Enter');
  await opened;
  await page.waitForLoadState();
}

async function enterCode(page: Page, { phoneNumber }: PortalPerson): Promise<void> {
  await page.locator('#code').waitFor();
  await page.locator('#code').fill(all().assay.codeFor(phoneNumber));
  await page.keyboard.press('Enter');
}

describe.each(VISITS)('in a browser with %j', (visit) => {
  it('a number is changed', async () => {
    const { assay, browser } = all();
    const person = await enrolled(assay);
    const { page, complaints, foreignRequests, close } = await newVisitor(browser, visit);
    await page.goto(await linkFor(assay, person));
    await look(page, 'link');
    await press(page, /^Continue as/);
    await page.waitForURL('**/account');
    await look(page, 'account');
    await press(page, 'Change the number');
    await look(page, 'before the change');
    await press(page, 'Send a code to confirm');
    await look(page, 'code to the old number');
    await enterCode(page, person);
    await page.locator('#phoneNumber').fill('07');
    await page.keyboard.press('Enter');
    await page.locator('.summary').waitFor();
    await look(page, 'wrong number');
    const number = freshNumber();
    await page.locator('#phoneNumber').fill(number);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account/phone/code');
    await look(page, 'code to the new number');
    await enterCode(page, { ...person, phoneNumber: number });
    await page.waitForURL('**/account?done=changed');
    await look(page, 'changed');
    expect(await page.getByRole('main').innerText()).toContain(`•••• ${number.slice(-2)}`);
    await press(page, 'History');
    await look(page, 'history');
    await press(page, 'Leave');
    await page.waitForURL('**/portal/left');
    await page.goBack();
    expect(await page.content()).not.toContain('Code accepted');
    // Chromium names the answers to the wrong number and to the page after leaving.
    expect(complaints.filter((each) => !/status of (403|422)/.test(each))).toEqual([]);
    expect(foreignRequests).toEqual([]);
    await close();
  }, 180_000);

  it('a number is shown and removed', async () => {
    const { assay, browser } = all();
    const person = await invited(assay);
    const { page, complaints, close } = await newVisitor(browser, visit);
    await page.goto(await linkFor(assay, person));
    await press(page, /^Continue as/);
    await page.waitForURL('**/account');
    await press(page, 'Show the whole number');
    await press(page, 'Send the code');
    await enterCode(page, person);
    await page.waitForURL('**/account/phone/full');
    await press(page, 'Show my number');
    await page.getByText('+44 7700').waitFor();
    await look(page, 'in full');
    await press(page, 'Back to your account');
    await press(page, 'Remove the number');
    await look(page, 'before the removal');
    await press(page, 'Send a code to confirm');
    await enterCode(page, person);
    await page.waitForURL('**/account/phone/remove');
    await look(page, 'removing');
    await press(page, 'Remove the number');
    await page.waitForURL('**/account?done=removed');
    await look(page, 'removed');
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);
});

it.each(LOOKS)(
  'is sound in %s with %j',
  async (locale, way) => {
    const { assay, browser } = all();
    const person = await enrolled(assay);
    const { page, complaints, close } = await newVisitor(browser, { ...way, locale });
    await page.goto(await linkFor(assay, person));
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    await look(page, 'link');
    await page.locator('main button').press('Enter');
    await page.waitForURL('**/account');
    for (const path of ['', '/history', '/notice', '/phone/change', '/phone/remove']) {
      await page.goto(`${assay.url}/account${path}`);
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
      await look(page, path);
    }
    expect(complaints).toEqual([]);
    await close();
  },
  180_000,
);
