/** Two-factor on one page, in Chromium: by keyboard, with and without scripts, narrow and wide, dark, in five languages. */

import type { Browser, Page } from 'playwright-core';

import { LOCALES } from '../../src/domain/texts/texts.js';
import {
  accessibilityFaults,
  isScrolledSideways,
  newVisitor,
  openBrowser,
  type Visit,
  type Visitor,
} from '../support/browser.js';
import { CONSOLE, nameEverybody, newCompany, policyOf } from '../support/console-policy.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import { freshNumber, linkFor } from '../support/portal.js';

let assay: InProcess;
let browser: Browser;
beforeAll(async () => {
  assay = await openInProcess();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await assay.close();
});

const WAYS: readonly Visit[] = [
  { javaScript: true, width: 1_280, colorScheme: 'light' },
  { javaScript: false, width: 320, colorScheme: 'dark' },
];

interface Opened {
  readonly visitor: Visitor;
  readonly page: Page;
  readonly companyId: string;
  readonly phoneNumber: string;
}

/** A new administrator who enrols on the way in. */
async function inConsole(visit: Visit): Promise<Opened> {
  const companyId = await newCompany(assay);
  const userId = 'ada';
  const phoneNumber = freshNumber();
  const visitor = await newVisitor(browser, visit);
  const { page } = visitor;
  await page.goto(await linkFor(assay, { companyId, userId }, { role: 'admin' }));
  await page.locator('main button').click();
  await page.locator('main a.button').click();
  await page.locator('#phoneNumber').fill(phoneNumber);
  await page.keyboard.press('Enter');
  await enterCode(page, phoneNumber);
  await page.goto(assay.url + CONSOLE);
  return { visitor, page, companyId, phoneNumber };
}

async function enterCode(page: Page, phoneNumber: string): Promise<void> {
  await page.locator('#code').waitFor();
  await page.locator('#code').fill(assay.codeFor(phoneNumber));
  await page.keyboard.press('Enter');
  await page.locator('#code').waitFor({ state: 'detached' });
}

/** Free of faults, and nothing asked for elsewhere. */
async function expectSound({ visitor, page }: Opened, name: string): Promise<void> {
  const folder = process.env['TEST_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await isScrolledSideways(page)).toBe(false);
  // Chromium also tells of a form that was answered with what is wrong in it.
  const complaints = visitor.complaints.filter((text) => !text.includes('status of 422'));
  expect([visitor.foreignRequests, complaints]).toEqual([[], []]);
}

const pressOn = async (page: Page, selector: string, key: string) => {
  await page.locator(selector).focus();
  await page.keyboard.press(key);
};

describe.each(WAYS)('with %j', (visit) => {
  it('switches on with people missing, then off with a code and a reason', async () => {
    const opened = await inConsole(visit);
    const { page, companyId, phoneNumber, visitor } = opened;
    const way = `${String(visit.width)}-${String(visit.colorScheme)}`;
    await nameEverybody(assay, companyId, ['ada', 'ann', 'ben']);
    await assay.login.call(`/v1/companies/${companyId}/employees/ann/reset`, {
      body: { reason: 'lost phone' },
    });
    await page.reload();
    await expectSound(opened, `${way}-1-off`);

    await pressOn(page, 'input[name=mode][value=off]', 'ArrowDown');
    await page.keyboard.press('ArrowDown');
    await pressOn(page, '#smsPerDay', 'Enter');
    await page.locator('#confirmation').waitFor();
    await expectSound(opened, `${way}-2-review`);
    await page.locator('#confirmation').fill('Acne');
    await page.keyboard.press('Enter');
    await page.locator('.summary').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('summary');
    await expectSound(opened, `${way}-3-wrong`);
    await page.locator('#confirmation').fill('Acme');
    await page.keyboard.press('Enter');
    await page.locator('.notice.success').waitFor();
    expect(await policyOf(assay, companyId)).toMatchObject({ mode: 'required' });
    await expectSound(opened, `${way}-4-saved`);

    await pressOn(page, 'input[name=mode][value=required]', 'ArrowUp');
    await page.keyboard.press('ArrowUp');
    await pressOn(page, '#smsPerDay', 'Enter');
    await page.locator('a[href^="/portal/prove/"]').waitFor();
    await expectSound(opened, `${way}-5-weaker`);
    await pressOn(page, 'a[href^="/portal/prove/"]', 'Enter');
    await page.locator('main button').click();
    await enterCode(page, phoneNumber);
    await page.locator('#reason').fill('text messages fail here');
    await expectSound(opened, `${way}-6-reason`);
    await pressOn(page, 'form[action$="/save"] button', 'Enter');
    await page.locator('.notice.success').waitFor();
    expect(await policyOf(assay, companyId)).toMatchObject({ mode: 'off' });
    await visitor.close();
  });
});

it('speaks five languages on a narrow phone', async () => {
  const opened = await inConsole({ width: 320 });
  const { page, visitor } = opened;
  for (const locale of LOCALES) {
    await page.selectOption('#locale', locale);
    await page.locator('.footer button').click();
    await page.locator(`html[lang=${locale}]`).waitFor();
    await expectSound(opened, `320-${locale}`);
    await page.goto(`${assay.url}/console/texts`);
    await expectSound(opened, `320-${locale}-texts`);
    await page.goto(assay.url + CONSOLE);
  }
  await visitor.close();
});
