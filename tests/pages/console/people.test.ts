/** The list of people over HTTP: search, filter, order, pages, the file and the import. */

import { textOf } from '../../support/browsing.js';
import { atWork, listed } from '../../support/console.js';
import { inProcessHere } from '../../support/in-process.js';

const assay = inProcessHere();

const PEOPLE = '/console/people';
const IMPORT = '/console/people/import';
const everything = { search: '', status: 'all', order: 'user_id' };

/** Ids in the rows of the open page. */
function rowsOf(html: string): readonly string[] {
  return [...html.matchAll(/<th role="rowheader"[^>]*><a href="\/console\/person\/([^"]+)"/g)].map(
    ([, id = '']) => id,
  );
}

function nextOf(html: string): string {
  const [, next = ''] = /href="(\/console\/people\?[^"]*cursor=[^"]+)">Next/.exec(html) ?? [];
  return next.replaceAll('&amp;', '&');
}

it('shows everybody once, a page at a time, and nobody twice', async () => {
  const { visitor, companyId, userId } = await atWork(assay());
  const ids = await listed(assay(), companyId, 120);
  await visitor.open(PEOPLE);
  const seen: string[] = [];
  const pages: number[] = [];
  for (let next = PEOPLE; next !== ''; next = nextOf(visitor.seen.html)) {
    const { html, status } = await visitor.open(next);
    expect(status).toBe(200);
    seen.push(...rowsOf(html));
    pages.push(rowsOf(html).length);
  }
  expect(pages).toEqual([50, 50, 21]);
  expect([...seen].sort()).toEqual([...ids, userId].sort());
  expect(textOf(visitor.seen.html)).toContain('121 people are known.');
});

it('finds by how an id begins, filters by status and sorts, and says so in the address', async () => {
  const { visitor, companyId, userId } = await atWork(assay());
  const ids = await listed(assay(), companyId, 12);
  await visitor.open(PEOPLE);
  const found = await visitor.submit(PEOPLE, {
    ...everything,
    search: (ids[1] ?? '').toUpperCase(),
  });
  expect(rowsOf(found.html)).toEqual([ids[1]]);
  await visitor.submit(PEOPLE, { ...everything, status: 'enrolled' });
  expect(rowsOf(visitor.seen.html)).toEqual([userId]);
  const without = await visitor.submit(PEOPLE, { ...everything, status: 'without' });
  expect([without.at, rowsOf(without.html)]).toEqual([`${PEOPLE}?status=without`, ids]);
  const used = await visitor.submit(PEOPLE, { ...everything, order: 'last_used' });
  expect(rowsOf(used.html)[0]).toBe(userId);
});

it('keeps what can be no id out of every address, and finds nobody', async () => {
  const { visitor } = await atWork(assay());
  for (const search of ['anna@acme.test', 'Anna Meyer', '+447700900123', '%', "' or 1=1--"]) {
    await visitor.open(PEOPLE);
    const refused = await visitor.submit(PEOPLE, { ...everything, search });
    expect([refused.status, refused.at, rowsOf(refused.html)]).toEqual([422, PEOPLE, []]);
    expect(textOf(refused.html)).toContain('There is a problem');
  }
  const typed = await visitor.open(
    `${PEOPLE}?search=${encodeURIComponent('<b>')}&status=x&order=y`,
  );
  expect(typed.status).toBe(200);
});

it('answers a cursor that no page gave, or that another order gave, as nothing', async () => {
  const { visitor, companyId } = await atWork(assay());
  await listed(assay(), companyId, 60);
  await visitor.open(PEOPLE);
  const next = nextOf(visitor.seen.html);
  expect((await visitor.open(next)).status).toBe(200);
  expect((await visitor.open(`${next}&order=status`)).status).toBe(404);
  expect((await visitor.open(`${PEOPLE}?cursor=made-up`)).status).toBe(404);
});

it('R091 R095: gives the filtered list as a file, in full, without a digit of any number', async () => {
  const { visitor, companyId, userId, phoneNumber } = await atWork(assay());
  const ids = await listed(assay(), companyId, 230);
  const file = await visitor.request('/console/people/list.csv?status=without');
  const text = await file.text();
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; filename="people-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const lines = text.trimEnd().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(ids.map((id) => `"${id}"`));
  expect(lines.every((line) => /^\ufeff?("[^"]*",){4}"[^"]*"$/.test(line))).toBe(true);
  const whole = await (await visitor.request('/console/people/list.csv')).text();
  expect(whole).toContain(`"${userId}","Registered"`);
  expect(whole).not.toContain('••••');
  expect(whole).not.toContain(phoneNumber.slice(-9));
});

describe('a pasted list', () => {
  it('is taken in: ids alone, with numbers, quoted, by comma, semicolon or tab', async () => {
    const { visitor } = await atWork(assay());
    await visitor.open(IMPORT);
    const people = '\ufeffann-1\r\n"bob-2","+44 7700 900801"\ncay-3;07700 900802\n\ndan-4\t\n';
    const done = await visitor.submit(IMPORT, { people });
    expect([done.status, done.at]).toEqual([200, `${IMPORT}?done=4.0.2.0`]);
    expect(textOf(done.html)).toContain('4 people are new, nobody was on the list before.');
    const { html } = await visitor.open(`${PEOPLE}?status=without`);
    expect(rowsOf(html)).toEqual(['ann-1', 'bob-2', 'cay-3', 'dan-4']);
    expect(html).not.toMatch(/7700|900801/);
    await visitor.open(IMPORT);
    const again = await visitor.submit(IMPORT, { people, complete: 'yes' });
    expect(again.at).toBe(`${IMPORT}?done=0.4.0.0`);
    expect(textOf((await visitor.open(PEOPLE)).html)).toContain('The list is complete.');
  });

  it.each([
    ['nothing', ' \n\n', 'Paste at least one line'],
    ['an address', 'ann-1\nann@acme.test', 'on line 2'],
    ['a formula', '=1+1', 'on line 1'],
    ['no number', 'ann-1,12', 'on line 1'],
    ['one twice', 'ann-1\n\nANN-1', 'on line 3'],
    ['too much', 'ann-1,+447700900123,Ann', 'More than an id and a number on line 1'],
    ['too many', Array.from({ length: 1_001 }, (_, at) => `u${at}`).join('\n'), 'up to 1,000'],
  ])('with %s is refused as a whole, shown again and told where', async (_, people, told) => {
    const { visitor } = await atWork(assay());
    await visitor.open(IMPORT);
    const refused = await visitor.submit(IMPORT, { people });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(told);
    expect(rowsOf((await visitor.open(`${PEOPLE}?status=without`)).html)).toEqual([]);
  });

  it('of a thousand of the longest ids and numbers fits into the form', async () => {
    const { visitor } = await atWork(assay());
    await visitor.open(IMPORT);
    const line = (at: number) => `${'u'.repeat(124)}${String(at).padStart(4, '0')}`;
    const lines = Array.from({ length: 1_000 }, (_, at) => `${line(at)},${'+44 7'.repeat(8)}`);
    const sent = await visitor.submit(IMPORT, { people: `${lines.join('\r\n')},x` });
    // It was read to its last line.
    expect([sent.status, textOf(sent.html)]).toEqual([
      422,
      expect.stringContaining('on line 1000') as string,
    ]);
  });
});
