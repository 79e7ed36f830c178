/** Who may open which page: every page by every visitor (R059), and people of other companies as nobody (R076). */

import { randomUUID } from 'node:crypto';

import { Browsing } from '../support/browsing.js';
import { inProcessHere } from '../support/in-process.js';
import { listed } from '../support/console.js';
import { enrolled } from '../support/portal.js';
import { RETURN_URL } from './callers.js';
import { areaOf, BEFORE_PROOF, ENTRY, LET_IN, PAGES } from './page-routes.js';
import { come, visitorsOf, type Visitor } from './visitors.js';

const assay = inProcessHere();
let visitors: readonly Visitor[];
let known: string;
let foreign: string;
beforeAll(async () => {
  const companyId = await assay().login.company();
  visitors = await visitorsOf(assay(), companyId);
  [known = ''] = await listed(assay(), companyId, 1);
  foreign = (await enrolled(assay())).userId;
}, 120_000);

type Page = (typeof PAGES)[number];
const named = (pages: readonly Page[]) =>
  pages.map((page) => [`${page.method} ${page.path}`, page] as const);
const inArea = (...areas: readonly (string | undefined)[]) =>
  PAGES.filter((page) => areas.includes(areaOf(page)));

it('R059: puts every page into an area whose visitors are known', () => {
  expect(PAGES.filter((page) => areaOf(page) === undefined)).toEqual([]);
  expect(new Set(inArea('entry').map(({ path }) => path))).toEqual(new Set(ENTRY));
  expect(inArea('console').length).toBeGreaterThan(10);
});

type Gate = 'over' | 'hidden' | 'prove' | 'in';

function expectedOf({ path }: Page, { role, isProven }: Visitor): Gate {
  if (role === null) return 'over';
  const area = areaOf({ path });
  const isEarly = area === 'proof' || BEFORE_PROOF.some((early) => path.startsWith(early));
  if (isEarly) return 'in';
  const roles = area === 'account' || area === 'console' || area === 'support' ? LET_IN[area] : [];
  if (!roles.includes(role)) return 'hidden';
  return isProven || role === 'employee' ? 'in' : 'prove';
}

/** Where a person's page is asked for, it is about somebody of the company. */
function addressOf({ path }: Page, { role }: Visitor, userId = known): string {
  const action = role === 'employee' ? 'change_phone' : 'open_console';
  const next = Buffer.from('/portal').toString('base64url');
  return path.replace(':userId', userId).replace(':action', action).replace(':next', next);
}

/** A form is not even read without a cookie; a session that is over is found out by `/portal`. */
async function gateOf(page: Page, visitor: Visitor): Promise<Gate> {
  const { status, headers } = await come(visitor, page.method, addressOf(page, visitor));
  const to = headers.get('location') ?? '';
  if (status === 404) return 'hidden';
  if (status === 403 || (page.method === 'post' && to === '/portal')) return 'over';
  return status === 303 && to.startsWith('/portal/prove/open_console/') ? 'prove' : 'in';
}

describe('R059: a page is for its own roles alone, R091: and after a code where they need one', () => {
  const reading = inArea('account', 'console', 'support', 'proof');

  it.each(named(reading))('%s', async (_, page) => {
    const seen: Record<string, Gate> = {};
    const expected: Record<string, Gate> = {};
    for (const visitor of visitors) {
      const gate = expectedOf(page, visitor);
      // What a form does once it is let in is for the tests of that form.
      if (page.method === 'post' && gate === 'in') continue;
      // A change that nobody proposed is found by nobody.
      if (page.path.endsWith('/:proposal') && gate === 'in') continue;
      expected[visitor.name] = gate;
      seen[visitor.name] = await gateOf(page, visitor);
    }
    expect(seen).toEqual(expected);
  });
});

describe('R076: a person of another company is as nobody', () => {
  const aboutPeople = PAGES.filter(({ path }) => path.includes(':userId'));

  it.each(named(aboutPeople))('%s', async (_, page) => {
    const desks = visitors.filter(({ isProven }) => isProven);
    const visitor = desks.find((each) => expectedOf(page, each) === 'in');
    if (!visitor) throw new Error('is for nobody');
    const ask = async (userId: string) => {
      const response = await come(visitor, page.method, addressOf(page, visitor, userId));
      return [response.status, (await response.text()).replaceAll(/[\w-]{22,}|value="[^"]*"/g, '')];
    };
    const theirs = await ask(foreign);
    expect(theirs).toEqual(await ask(`u-${randomUUID()}`));
    expect(theirs[0]).toBe(404);
  });
});

describe('R090: the pages of a challenge are for the browser it belongs to', () => {
  const bound = async () => {
    const login = await assay().newClient(['challenges', 'companies'], undefined, [RETURN_URL]);
    const { companyId, userId } = await enrolled(assay());
    const body = { companyId, userId, nonce: randomUUID(), returnUrl: RETURN_URL };
    const started = await login.call('/v1/challenges', { body });
    const url = new URL(String(started.body['url']));
    const owner = new Browsing(assay().url);
    await owner.open(url.pathname);
    await come({ browsing: owner }, 'post', `${url.pathname}/continue`, 'assay-browser');
    return { owner, pageId: url.pathname.split('/').at(-1) ?? '' };
  };

  it.each(named(inArea('challenge')))('%s', async (_, page) => {
    const { owner, pageId } = await bound();
    const other = new Browsing(assay().url);
    await other.open('/challenge/pag_nobody');
    const at = (id: string) => page.path.replace(':pageId', id);
    const visit = async (id: string) => {
      const response = await come({ browsing: other }, page.method, at(id), 'assay-browser');
      const to = response.headers.get('location');
      return { told: to ?? response.status, text: await response.text() };
    };
    const theirs = await visit(pageId);
    expect([403, 404, `/challenge/${pageId}`]).toContain(theirs.told);
    expect(theirs.text).not.toMatch(/••|name="code"/);
    expect([404, '/challenge/pag_nobody']).toContain((await visit('pag_nobody')).told);
    const still = await owner.open(`/challenge/${pageId}`);
    expect([still.status, still.html.includes('name="code"')]).toEqual([200, true]);
  });
});
