/** Records and activity over HTTP: search, before and after, pages, counts; and every page in five languages. */

import { LOCALES } from '../../../src/domain/texts/texts.js';
import { textOf } from '../../support/browsing.js';
import { atWork, listed } from '../../support/console.js';
import { inProcessHere } from '../../support/in-process.js';
import { enrolled } from '../../support/portal.js';

const assay = inProcessHere();

const AUDIT = '/console/audit';
const NOTHING = { person: '', by: '', kind: '', from: '', to: '' };

/** Rows of each table of a page, as text. */
function tablesOf(html: string): readonly (readonly string[])[] {
  const bodies = html.split('<tbody').slice(1);
  return bodies.map((part) => {
    const [body = ''] = part.split('</tbody>');
    return body.split('<tr').slice(1).map(textOf);
  });
}

function rowsOf(html: string): readonly string[] {
  return tablesOf(html)[0] ?? [];
}

async function changePolicy(companyId: string, body: object): Promise<void> {
  const path = `/v1/companies/${companyId}/policy`;
  const { headers } = await assay().login.call(path);
  const match = { 'if-match': headers.get('etag') ?? '', 'assay-actor': 'admin:ada' };
  const { status } = await assay().login.call(path, { method: 'PUT', headers: match, body });
  expect(status).toBe(200);
}

it('finds records by person, by whom, by kind and by day', async () => {
  const { visitor, companyId, userId } = await atWork(assay());
  const other = await enrolled(assay(), companyId);
  await visitor.open(AUDIT);
  const about = await visitor.submit(AUDIT, { ...NOTHING, person: other.userId });
  expect(about.at).toBe(`${AUDIT}?person=${other.userId}`);
  expect(rowsOf(about.html).length).toBeGreaterThan(2);
  expect(rowsOf(about.html).every((row) => row.includes(other.userId))).toBe(true);
  const kind = await visitor.submit(AUDIT, { ...NOTHING, kind: 'factor.enrolled' });
  expect(rowsOf(kind.html).every((row) => row.includes('Phone registered'))).toBe(true);
  expect(rowsOf(kind.html)).toHaveLength(2);
  const mine = await visitor.submit(AUDIT, { ...NOTHING, by: userId });
  expect(rowsOf(mine.html).length).toBeGreaterThan(0);
  expect(rowsOf(mine.html).every((row) => row.includes(`Administrator ${userId}`))).toBe(true);
  const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/London' }).format(new Date());
  const today = await visitor.submit(AUDIT, { ...NOTHING, from: day, to: day });
  expect(rowsOf(today.html).length).toBeGreaterThan(2);
  const past = await visitor.submit(AUDIT, { ...NOTHING, to: '2020-01-01' });
  expect(textOf(past.html)).toContain('Nothing is on record that fits.');
});

it('says before and after, why and by whom', async () => {
  const { visitor, companyId } = await atWork(assay());
  await changePolicy(companyId, { enrolmentDays: 7, smsPerDay: 150 });
  const { html } = await visitor.open(`${AUDIT}?kind=policy.changed`);
  const [latest = ''] = rowsOf(html);
  expect(latest).toContain('Administrator ada');
  expect(latest).toContain('Days to register a phone alone: 30 → 7');
  expect(latest).toContain('Text messages a day, at most: – → 150');
  expect(textOf(html)).toContain('Two-factor: Off → Required');
});

it('pages through, and keeps what can be no id out of every address', async () => {
  const { visitor, companyId } = await atWork(assay());
  for (const part of [60, 60]) await listed(assay(), companyId, part);
  const first = await visitor.open(`${AUDIT}?kind=employee.listed`);
  expect(rowsOf(first.html)).toHaveLength(50);
  const [, next = ''] = /href="([^"]*cursor=[^"]+)"/.exec(first.html) ?? [];
  const second = await visitor.open(next.replaceAll('&amp;', '&'));
  expect(rowsOf(second.html)).toHaveLength(50);
  expect(rowsOf(second.html)).not.toEqual(rowsOf(first.html));
  expect((await visitor.open(`${AUDIT}?cursor=made-up`)).status).toBe(404);
  await visitor.open(AUDIT);
  const wrong = { person: 'anna@acme.test', from: '2026-02-30', kind: 'all' };
  const refused = await visitor.submit(AUDIT, { ...NOTHING, ...wrong });
  expect([refused.status, refused.at, rowsOf(refused.html)]).toEqual([422, AUDIT, []]);
});

it('counts sign-ins and messages by day and by country, and tells nobody apart', async () => {
  const { visitor, companyId, userId } = await atWork(assay());
  const other = await enrolled(assay(), companyId);
  const { html } = await visitor.open('/console/activity');
  const [codes = [], messages = [], countries = []] = tablesOf(html);
  expect([codes.length, messages.length]).toEqual([30, 30]);
  // Two phones were registered and one code opened the console.
  expect(codes.at(-1)?.replace(/\s+/g, ' ')).toMatch(/ 3 0 $/);
  expect(messages.at(-1)?.replace(/\s+/g, ' ')).toMatch(/ 3 0 $/);
  expect(countries).toHaveLength(1);
  expect(countries[0]).toContain('United Kingdom');
  expect(html).not.toContain(other.userId);
  expect(html.split(userId)).toHaveLength(2);
});

it.each(LOCALES)('speaks %s on every page, with nothing left out', async (locale) => {
  const { visitor, companyId } = await atWork(assay(), { locale });
  const [id = ''] = await listed(assay(), companyId, 1);
  const desk = await atWork(assay(), { locale, role: 'support', among: companyId });
  const walk = async (who: typeof visitor, paths: readonly string[]) => {
    for (const path of paths) {
      const { html, status } = await who.open(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).not.toMatch(/undefined|\[object|NaN/);
    }
  };
  await walk(
    visitor,
    ['people', 'people/import', 'activity', 'audit'].map((it) => `/console/${it}`),
  );
  await walk(visitor, [`/console/person/${id}`, `/console/person/${id}/reset`]);
  await walk(desk.visitor, ['/support', `/support/person/${id}`, `/support/person/${id}/reset`]);
});
