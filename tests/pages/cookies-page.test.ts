/** The list of cookies is a page of its own, in every language. */

import { LOCALES } from '../../src/domain/texts/texts.js';
import { COOKIES } from '../../src/pages/cookies.js';
import { startPages, type PagesUnderTest } from '../support/pages.js';

let pages: PagesUnderTest;

beforeAll(async () => {
  pages = await startPages([]);
});
afterAll(() => pages.stop());

it.each(LOCALES)('/cookies names every cookie in %s', async (locale) => {
  const { status, text } = await pages.open({ path: `/cookies?locale=${locale}` });
  expect(status).toBe(200);
  expect(text).toContain(`<html lang="${locale}" dir="ltr">`);
  for (const { name } of Object.values(COOKIES)) expect(text).toContain(`__Host-${name}`);
});
