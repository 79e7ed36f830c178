/** Who reaches the console and the desk: R059 role by address, R076 other companies, R084 other sites, R091 first a code. */

import { randomUUID } from 'node:crypto';

import { Browsing, textOf } from '../../support/browsing.js';
import { atWork, listed } from '../../support/console.js';
import { inProcessHere } from '../../support/in-process.js';
import { enrolled, enterPortal } from '../../support/portal.js';

const assay = inProcessHere();

const CONSOLE = [
  ...['/console/people', '/console/people/import', '/console/people/list.csv'],
  ...['/console/person/ID', '/console/person/ID/reset', '/console/activity', '/console/audit'],
];
const SUPPORT = ['/support', '/support/person/ID', '/support/person/ID/reset'];
const ACTS = {
  '/console/people': { search: '', status: 'all', order: 'user_id' },
  '/console/people/import': { people: 'intruder-1' },
  '/console/person/ID/invite': { reason: 'in', until: '2026-12-31' },
  '/console/person/ID/reset': { reason: 'out' },
  '/console/audit': { person: '', by: '', kind: '', from: '', to: '' },
  '/support/person/ID/reset': { reason: 'out' },
};

const of = (path: string, id: string) => path.replace('ID', id);

/** Statuses of every address and every act, the latter with a token of this very session. */
async function walk(visitor: Browsing, id: string): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const path of [...CONSOLE, ...SUPPORT])
    found[path] = (await visitor.request(of(path, id))).status;
  return found;
}

const statusesOf = (paths: readonly string[], status: number) =>
  Object.fromEntries(paths.map((path) => [path, status]));

it('R059: to employees, and to support, the console does not exist, nor the desk to others', async () => {
  const person = await enrolled(assay());
  const [id = ''] = await listed(assay(), person.companyId, 1);
  const employee = await enterPortal(assay(), person);
  expect(await walk(employee, id)).toEqual(statusesOf([...CONSOLE, ...SUPPORT], 404));
  const support = await atWork(assay(), { role: 'support', among: person.companyId });
  expect(await walk(support.visitor, id)).toEqual({
    ...statusesOf(CONSOLE, 404),
    ...statusesOf(SUPPORT, 200),
  });
  const admin = await atWork(assay(), { among: person.companyId });
  expect(await walk(admin.visitor, id)).toEqual({
    ...statusesOf(CONSOLE, 200),
    ...statusesOf(SUPPORT, 404),
  });
  expect(await walk(new Browsing(assay().url), id)).toEqual(
    statusesOf([...CONSOLE, ...SUPPORT], 403),
  );
});

it('R091: before a code was entered, administrators and support are sent to enter one', async () => {
  const person = await enrolled(assay());
  const [id = ''] = await listed(assay(), person.companyId, 1);
  for (const [role, paths] of [
    ['admin', CONSOLE],
    ['support', SUPPORT],
  ] as const) {
    const visitor = await enterPortal(assay(), person, { role });
    for (const path of paths) {
      const { status, headers } = await visitor.request(of(path, id));
      expect([path, status]).toEqual([path, 303]);
      expect(headers.get('location')).toMatch(/^\/portal\/prove\/open_console\//);
    }
  }
});

it('R076: people of another company are as unknown as nobody, whatever is asked', async () => {
  const theirs = await enrolled(assay());
  const { visitor } = await atWork(assay());
  const support = await atWork(assay(), { role: 'support' });
  const seen = async (who: Browsing, path: string) => {
    const { status, html } = await who.open(path);
    return [status, textOf(html).replace(/[0-9a-f-]{36}/g, '')];
  };
  for (const [who, base] of [
    [visitor, '/console'],
    [support.visitor, '/support'],
  ] as const)
    for (const end of ['', '/reset']) {
      const foreign = await seen(who, `${base}/person/${theirs.userId}${end}`);
      expect(foreign).toEqual(await seen(who, `${base}/person/u-${randomUUID()}${end}`));
      expect(foreign[0]).toBe(404);
    }
  const audit = await visitor.open(`/console/audit?person=${theirs.userId}`);
  expect(textOf(audit.html)).toContain('Nothing is on record that fits.');
});

it.each([
  ...['%00', '%0d%0aSet-Cookie:x', '..%2f..', '*', '{a}', "'%20or%201=1--", '%E2%80%AE', '<b>'],
  ...['a'.repeat(129), '%F0%9F%92%A9', '%ff'],
])('R076: an address with %j names nobody', async (id) => {
  const { visitor } = await atWork(assay());
  const { status, headers } = await visitor.request(`/console/person/${id}`);
  expect([400, 404]).toContain(status);
  expect(headers.get('set-cookie')).toBeNull();
});

describe('R084: an act takes our own page, this session and its token', () => {
  const elsewhere = [{ Origin: 'https://evil.test' }, { 'Sec-Fetch-Site': 'same-site' }, {}];

  it.each(Object.entries(ACTS))('%s', async (path, fields) => {
    const role = path.startsWith('/support') ? 'support' : 'admin';
    const { visitor, companyId } = await atWork(assay(), { role });
    const other = await enrolled(assay(), companyId);
    const [listedId = ''] = await listed(assay(), companyId, 1);
    const id = path.endsWith('/reset') ? other.userId : listedId;
    const action = of(path, id);
    await visitor.open(action.replace(/\/invite$/, ''));
    const form = { ...visitor.hidden(action), ...fields };
    const stranger = await atWork(assay(), { role, among: companyId });
    await stranger.visitor.open(action.replace(/\/invite$/, ''));
    const foreign = { ...stranger.visitor.hidden(action), ...fields };
    for (const headers of elsewhere)
      expect((await visitor.post(action, form, headers)).status).toBe(403);
    expect((await visitor.post(action, foreign)).status).toBe(403);
    expect((await visitor.post(action, { ...form, csrf: '' })).status).toBe(403);
    expect((await visitor.post(action, { ...form, more: 'x' })).status).toBe(400);
    const { body } = await assay().login.call(
      `/v1/companies/${companyId}/audit-events?userId=${id}&actorId=${stranger.userId}`,
    );
    expect(body['items']).toEqual([]);
    expect((await visitor.post(action, form)).status).toBe(200);
  });
});

it('R059: ends with the role', async () => {
  const { visitor, companyId, userId } = await atWork(assay());
  expect((await visitor.open('/console/people')).status).toBe(200);
  const query = `companyId=${companyId}&userId=${userId}`;
  await assay().login.call(`/v1/portal-sessions?${query}`, { method: 'DELETE' });
  for (const path of CONSOLE) expect((await visitor.request(of(path, userId))).status).toBe(403);
});
