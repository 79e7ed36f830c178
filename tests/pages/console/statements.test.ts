/** Each page of the console takes as many statements for many people as for few. */

import { PGlite } from '@electric-sql/pglite';
import { jest } from '@jest/globals';

import { atWork, listed } from '../../support/console.js';
import { inProcessHere } from '../../support/in-process.js';

const assay = inProcessHere();

/** Statements that a page takes; the company is read for its look, then again with each use case. */
const PAGES = {
  '/console': 7,
  '/console/people': 6,
  '/console/people?status=without&order=status': 6,
  '/console/people/import': 1,
  '/console/person/ID': 4,
  '/console/person/ID/reset': 4,
  '/console/activity': 5,
  '/console/audit': 3,
};

/** Those that name the company: what runs beside the request does not. */
async function counted(companyId: string, work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(PGlite.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.filter(([, values]) => values?.includes(companyId)).length;
  } finally {
    spy.mockRestore();
  }
}

it.each(Object.entries(PAGES))('%s: %d', async (page, statements) => {
  const { visitor, companyId } = await atWork(assay());
  const [first = ''] = await listed(assay(), companyId, 1);
  const path = page.replace('ID', first);
  const few = await counted(companyId, () => visitor.open(path));
  await listed(assay(), companyId, 400);
  const many = await counted(companyId, () => visitor.open(path));
  expect(visitor.seen.status).toBe(200);
  expect({ few, many }).toEqual({ few: statements, many: statements });
});

it('the file takes one for each two hundred people, and those of an empty page', async () => {
  const { visitor, companyId } = await atWork(assay());
  await listed(assay(), companyId, 401);
  const file = async () => (await visitor.request('/console/people/list.csv')).text();
  expect(await counted(companyId, file)).toBe(5);
});
