/** The data folder of the embedded database: kept, locked, and made anew after a first start that died. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresCompanyStore } from '../../../src/adapters/postgres/company-store.js';
import { openPglite } from '../../../src/adapters/postgres/pglite-database.js';
import { newCompany } from '../../support/postgres-people.js';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'assay-pglite-'));
  folder = join(parent, 'database');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('keeps what was written, and lets one process have it open at a time', async () => {
  const first = await openPglite(folder);
  const companyId = await newCompany(first);
  await expect(openPglite(folder)).rejects.toMatchObject({
    name: 'DataFolderInUseError',
    pid: process.pid,
  });
  const holder: unknown = JSON.parse(readFileSync(`${folder}.lock`, 'utf8'));
  expect(holder).toMatchObject({ pid: process.pid });
  await first.close();
  expect(existsSync(`${folder}.lock`)).toBe(false);
  const second = await openPglite(folder);
  expect(await new PostgresCompanyStore(second).get(companyId)).toMatchObject({ companyId });
  await second.close();
});

it('takes over the lock of a process that is gone, and starts over where one died unpacking', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'PG_VERSION'), 'half');
  writeFileSync(`${folder}.unfinished`, '');
  // No process has this id: it is above Linux's largest.
  writeFileSync(`${folder}.lock`, '4194305');
  const database = await openPglite(folder);
  expect(await database.ping()).toBeInstanceOf(Date);
  await database.close();
  await expect(database.ping()).rejects.toMatchObject({ name: 'StoreUnavailableError' });
  expect(database.isKnownDown()).toBe(true);
  expect(existsSync(`${folder}.unfinished`)).toBe(false);
});
