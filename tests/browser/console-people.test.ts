/** People, activity, records and support's desk in Chromium: keyboard, scripts on and off, 320 px, dark, five languages. */

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
import { listed } from '../support/console.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import { enrolled, linkFor, type EnterOptions, type PortalPerson } from '../support/portal.js';

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

interface Opened {
  readonly visitor: Visitor;
  readonly page: Page;
  readonly person: PortalPerson;
  readonly scripted: boolean;
}

/** Somebody with a phone, who enters by their code. */
async function entered(visit: Visit, options: EnterOptions): Promise<Opened> {
  const person = await enrolled(assay);
  const visitor = await newVisitor(browser, visit);
  const { page } = visitor;
  await page.goto(await linkFor(assay, person, options));
  await page.locator('main button').click();
  await page.locator('form[action$="/start"] button').click();
  await page.locator('#code').fill(assay.codeFor(person.phoneNumber));
  await page.keyboard.press('Enter');
  await page.locator('#code').waitFor({ state: 'detached' });
  return { visitor, page, person, scripted: visit.javaScript !== false };
}

/** Free of faults, and nothing asked for elsewhere. Without scripts the markup is the same: only its fit is looked at. */
async function expectSound({ visitor, page, scripted }: Opened): Promise<void> {
  if (scripted) expect(await accessibilityFaults(page)).toEqual([]);
  expect(await isScrolledSideways(page)).toBe(false);
  // Chromium also tells of a form that was answered with what is wrong in it.
  const complaints = visitor.complaints.filter((text) => !text.includes('status of 422'));
  expect([visitor.foreignRequests, complaints]).toEqual([[], []]);
}

/** With scripts on a desk, and without on the smallest phone. */
const WAYS: readonly Visit[] = [
  { javaScript: true, width: 1_280, colorScheme: 'light' },
  { javaScript: false, width: 320, colorScheme: 'dark' },
];

describe.each(WAYS)('with %j', (visit) => {
  it('takes people in, finds one, invites them and resets another', async () => {
    const opened = await entered(visit, { role: 'admin' });
    const { page, person } = opened;
    await page.goto(`${assay.url}/console/people/import`);
    await page.locator('#people').fill('ann-1,12');
    await page.locator('main form button').click();
    await page.locator('.summary').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('summary');
    await expectSound(opened);
    await page.locator('#people').fill('ann-1\nben-2,+44 7700 900801');
    await page.locator('main form button').click();
    await page.locator('.notice.success').waitFor();
    await expectSound(opened);

    await page.goto(`${assay.url}/console/people`);
    await expectSound(opened);
    await page.locator('#search').fill('ANN');
    await page.keyboard.press('Enter');
    await page.locator('tbody a').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#until').waitFor();
    await expectSound(opened);
    await page.locator('#reason').fill('starts on Monday');
    await page.keyboard.press('Enter');
    await page.locator('.notice.success').waitFor();
    await expectSound(opened);

    const other = await enrolled(assay, person.companyId);
    await page.goto(`${assay.url}/console/person/${other.userId}`);
    await page.locator('a.button').focus();
    await page.keyboard.press('Enter');
    await page.locator('#reason').waitFor();
    await expectSound(opened);
    await page.locator('#reason').fill('lost phone');
    await page.keyboard.press('Enter');
    await page.locator('.notice.success').waitFor();
    await expectSound(opened);
  });

  it('shows activity and records, and saves the list as a file', async () => {
    const opened = await entered(visit, { role: 'admin' });
    const { page, person } = opened;
    await listed(assay, person.companyId, 60);
    await page.goto(`${assay.url}/console/activity`);
    await expectSound(opened);
    await page.goto(`${assay.url}/console/audit`);
    await expectSound(opened);
    await page.locator('#kind').selectOption('employee.listed');
    await page.locator('#person').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=employee\.listed/);
    await page.goto(`${assay.url}/console/people?status=without`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[download]').click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^people-.*\.csv$/);
  });

  it('lets support find a person by keyboard', async () => {
    const opened = await entered(visit, { role: 'support' });
    const { page, person } = opened;
    const other = await enrolled(assay, person.companyId);
    await page.goto(`${assay.url}/support`);
    await expectSound(opened);
    await page.locator('#userId').fill('nobody');
    await page.keyboard.press('Enter');
    await page.locator('.summary').waitFor();
    await expectSound(opened);
    await page.locator('#userId').fill(other.userId);
    await page.keyboard.press('Enter');
    await page.locator('a.button').waitFor();
    expect(await page.locator('main').textContent()).toContain(other.userId);
    await expectSound(opened);
  });
});

it.each(LOCALES)('fits a small phone in %s', async (locale) => {
  const opened = await entered(
    { locale, width: 320, colorScheme: 'dark' },
    { role: 'admin', locale },
  );
  const { page, person } = opened;
  const [id = ''] = await listed(assay, person.companyId, 3);
  const paths = [
    'people',
    'people/import',
    `person/${id}`,
    `person/${id}/reset`,
    'activity',
    'audit',
  ];
  for (const path of paths) {
    const answer = await page.goto(`${assay.url}/console/${path}`);
    expect([answer?.status(), await page.locator('html').getAttribute('lang')]).toEqual([
      200,
      locale,
    ]);
    await expectSound(opened);
  }
});
