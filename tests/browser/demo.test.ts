/** The demo as a new user meets it: the jeweller, Assay's page with the phone beside it, the console; and its end. */

import type { Browser, BrowserContext, Page } from 'playwright-core';

import {
  accessibilityFaults,
  isScrolledSideways,
  newVisitor,
  openBrowser,
  type Visitor,
} from '../support/browser.js';
import { newEmbeddedFolder, startEmbedded, type Embedded } from '../support/embedded.js';
import { otherCode } from '../support/people.js';

const at = await newEmbeddedFolder();
let assay: Embedded;
let browser: Browser;
let visitor: Visitor;

const loginUrl = (): string => /Open +(http:\S+)/.exec(assay.stdout())?.[1] ?? 'no address';

beforeAll(async () => {
  assay = await startEmbedded(at.env, '--demo');
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  assay.process.kill('SIGKILL');
  await assay.done;
  at.remove();
});

async function visit(...facts: Parameters<typeof newVisitor>[1][]): Promise<Page> {
  visitor = await newVisitor(browser, ...facts);
  return visitor.page;
}
async function leave(): Promise<void> {
  expect(visitor.foreignRequests).toEqual([]);
  expect(visitor.complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
  await visitor.close();
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(loginUrl());
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill('any');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const phone = (page: Page) => page.getByRole('complementary', { name: 'Demo phone' });

/** Read off the phone, as a person does. */
async function codeOn(page: Page): Promise<string> {
  const text = await phone(page).getByRole('listitem').first().innerText();
  return /\b\d{6}\b/.exec(text)?.[0] ?? `no code in: ${text}`;
}

async function enter(page: Page, code: string): Promise<void> {
  await page.locator('#code').fill(code);
  await page.locator('main form button').first().click();
}

async function enrol(page: Page, name: string, phoneNumber: string): Promise<void> {
  await signIn(page, name);
  await page.getByLabel('Mobile number').fill(phoneNumber);
  await page.getByRole('button', { name: 'Send a code' }).click();
  await page.locator('#code').waitFor();
}

async function expectGoodPage(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await isScrolledSideways(page)).toBe(false);
}

it('a first sign-in ends with the token; the next one asks for the code alone', async () => {
  const page = await visit();
  await enrol(page, 'ada', '07700 900123');
  await expectGoodPage(page);
  expect(await phone(page).innerText()).toContain('No text message was sent.');
  const code = await codeOn(page);
  await enter(page, otherCode(code));
  expect(await page.getByRole('alert').innerText()).toContain('4 tries are left.');
  await enter(page, code);
  await page.waitForURL(`${loginUrl()}/`);
  expect(await page.getByRole('status').innerText()).toBe(
    'Signed in as ada: second factor proven.',
  );
  expect(JSON.parse(await page.locator('pre').innerText())).toMatchObject({
    ...{ userId: 'ada', companyId: 'demo', methods: ['otp', 'sms'] },
  });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'ada');
  expect(await codeOn(page)).not.toBe(code);
  await enter(page, await codeOn(page));
  await page.waitForURL(`${loginUrl()}/`);
  await leave();
}, 300_000);

it('a text appears on the phone while the page is open', async () => {
  const page = await visit({ width: 320, colorScheme: 'dark' });
  await enrol(page, 'ben', '07700 900124');
  await expectGoodPage(page);
  const shown = await phone(page).getByRole('listitem').count();
  const other = await visitor.context.newPage();
  await other.goto(`${assay.url}/dev/outbox`);
  await expectGoodPage(other);
  const listed = await other.getByRole('listitem').filter({ hasText: '+44' }).count();
  const stranger = await newVisitor(browser);
  await enrol(stranger.page, 'carla', '07700 900125');
  await stranger.close();
  const ofCarla = { hasText: '+447700900125' };
  await phone(page).getByRole('listitem').filter(ofCarla).waitFor();
  await other.getByRole('listitem').filter(ofCarla).waitFor();
  expect(await phone(page).getByRole('listitem').count()).toBe(Math.min(shown + 1, 3));
  expect(await other.getByRole('listitem').filter({ hasText: '+44' }).count()).toBe(listed + 1);
  await leave();
}, 300_000);

it('without scripts, on a small phone in the dark, the same texts are there', async () => {
  const page = await visit({ javaScript: false, width: 320, colorScheme: 'dark' });
  await enrol(page, 'dev', '07700 900126');
  expect(await isScrolledSideways(page)).toBe(false);
  await enter(page, await codeOn(page));
  await page.waitForURL(`${loginUrl()}/`);
  await leave();
}, 300_000);

it('the administrator opens the console in a second tab', async () => {
  const page = await visit();
  await enrol(page, 'morgan', '07700 900127');
  await enter(page, await codeOn(page));
  await page.waitForURL(`${loginUrl()}/`);
  const tab = await secondTab(visitor.context, page);
  await tab.getByRole('button', { name: /^Continue as/ }).click();
  await tab.getByRole('button', { name: 'Send the code' }).click();
  await tab.locator('#code').waitFor();
  await expectGoodPage(tab);
  await enter(tab, await codeOn(tab));
  await tab.waitForURL(/\/console/);
  expect(await tab.locator('main').innerText()).not.toBe('');
  expect(await phone(tab).count()).toBe(0);
  await leave();
}, 300_000);

async function secondTab(context: BrowserContext, page: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: "Administrator's console" }).click();
  return opened;
}

/** `done` also waits for the login service, which writes to the same standard error. */
it('SIGTERM ends both processes, and so does a killed Assay', async () => {
  const isGone = (url: string) =>
    fetch(url).then(
      () => false,
      () => true,
    );
  expect((await fetch(loginUrl())).status).toBe(200);
  assay.process.kill('SIGTERM');
  expect((await assay.done).code).toBe(0);
  expect(await isGone(loginUrl())).toBe(true);
  assay = await startEmbedded(at.env, '--demo');
  expect((await fetch(loginUrl())).status).toBe(200);
  assay.process.kill('SIGKILL');
  await assay.done;
  expect(await isGone(loginUrl())).toBe(true);
}, 300_000);
