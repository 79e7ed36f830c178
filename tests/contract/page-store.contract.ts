/** What every store of hosted pages must do. */

import type { NewPage, PageStore } from '../../src/app/ports/page-store.js';
import type { ChallengeId, ClientId, CompanyId, PageId, UserId } from '../../src/domain/ids.js';
import { PAGE_TTL_MS } from '../../src/domain/limits.js';

export interface PageStoreHarness {
  readonly pages: PageStore;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

const alice = { companyId: 'acme' as CompanyId, userId: 'alice' as UserId };
const FIRST = 'chl_first' as ChallengeId;
const SECOND = 'chl_second' as ChallengeId;
const THIRD = 'chl_third' as ChallengeId;
const UNKNOWN = 'pag_000AAAAAAAAAAAAAAAAAAAAAAAA' as PageId;

function newPage(pages: PageStore, over: Partial<NewPage> = {}): NewPage {
  return {
    ...alice,
    id: pages.newId(alice),
    clientId: 'shop' as ClientId,
    purpose: 'step_up',
    action: 'weaken_policy',
    nonceDigest: 'nonce-digest',
    returnUrl: 'https://shop.example/back?a=1&b=%20#top',
    state: 'x = "1"; } ü-free',
    locale: 'fr-CA',
    challengeId: FIRST,
    ...over,
  };
}

async function openOne(pages: PageStore, over: Partial<NewPage> = {}): Promise<PageId> {
  const page = newPage(pages, over);
  await pages.open(page);
  return page.id;
}

export function describePageStore(
  adapter: string,
  makeHarness: () => Promise<PageStoreHarness>,
): void {
  describe(`PageStore contract: ${adapter}`, () => {
    let h: PageStoreHarness;
    beforeEach(async () => {
      h = await makeHarness();
    });
    afterEach(() => h.close());

    test('gives back what was written, and belongs to no browser yet', async () => {
      const full = newPage(h.pages);
      await h.pages.open(full);
      expect(await h.pages.read(full.id)).toEqual({ ...full, browserHash: null });
      const bare = newPage(h.pages, {
        purpose: 'sign_in',
        action: null,
        state: null,
        locale: null,
      });
      await h.pages.open(bare);
      expect(await h.pages.read(bare.id)).toEqual({ ...bare, browserHash: null });
    });

    test.each(['', 'pag_', 'pag_zzz', UNKNOWN, 'chl_000AAAAAAAAAAAAAAAAAAAAAAAA', '__proto__'])(
      'knows nothing of %j',
      async (text) => {
        const id = text as PageId;
        await openOne(h.pages);
        expect(await h.pages.read(id)).toBeUndefined();
        expect(await h.pages.bind(id, 'one')).toBe('not_found');
        expect(await h.pages.moveTo(id, FIRST, SECOND)).toBe('not_found');
        expect(await h.pages.setLocale(id, 'de')).toBe(false);
        expect(await h.pages.setWayBack(id, { returnUrl: 'https://x', state: null })).toBe(false);
        await h.pages.forget(id);
        expect(await h.pages.read(id)).toBeUndefined();
      },
    );

    test('R090: belongs to the first browser, which may come again', async () => {
      const id = await openOne(h.pages);
      expect(await h.pages.bind(id, 'one')).toBe('bound');
      expect(await h.pages.bind(id, 'two')).toBe('bound_elsewhere');
      expect(await h.pages.bind(id, 'one')).toBe('bound');
      expect(await h.pages.read(id)).toMatchObject({ browserHash: 'one' });
    });

    test('R090: of parallel browsers one gets it', async () => {
      const id = await openOne(h.pages);
      const browsers = Array.from({ length: 20 }, (_, n) => `browser-${String(n)}`);
      const bound = await Promise.all(browsers.map((browser) => h.pages.bind(id, browser)));
      expect(bound.filter((each) => each === 'bound')).toHaveLength(1);
    });

    test('moves from the challenge it stands at, once; a repeat is no other move', async () => {
      const id = await openOne(h.pages);
      expect(await h.pages.moveTo(id, FIRST, SECOND)).toBe('moved');
      expect(await h.pages.moveTo(id, FIRST, SECOND)).toBe('moved');
      expect(await h.pages.moveTo(id, FIRST, THIRD)).toBe('moved_before');
      expect(await h.pages.read(id)).toMatchObject({ challengeId: SECOND });
    });

    test('changes language and way back, and nothing else', async () => {
      const page = newPage(h.pages);
      await h.pages.open(page);
      await h.pages.bind(page.id, 'one');
      expect(await h.pages.setLocale(page.id, 'de')).toBe(true);
      const wayBack = { returnUrl: 'https://shop.example/other', state: null };
      expect(await h.pages.setWayBack(page.id, wayBack)).toBe(true);
      const changed = { ...page, ...wayBack, locale: 'de', browserHash: 'one' };
      expect(await h.pages.read(page.id)).toEqual(changed);
    });

    test('lives its hour whatever happens on it', async () => {
      const id = await openOne(h.pages);
      await h.advance(PAGE_TTL_MS - 5_000);
      await h.pages.bind(id, 'one');
      await h.pages.moveTo(id, FIRST, SECOND);
      await h.pages.setLocale(id, 'de');
      expect(await h.pages.read(id)).toBeDefined();
      await h.advance(6_000);
      expect(await h.pages.read(id)).toBeUndefined();
      expect(await h.pages.bind(id, 'one')).toBe('not_found');
    });

    test('lives another hour when the client asks anew', async () => {
      const id = await openOne(h.pages);
      await h.advance(PAGE_TTL_MS - 5_000);
      await h.pages.setWayBack(id, { returnUrl: 'https://shop.example/back', state: 'two' });
      await h.advance(PAGE_TTL_MS - 5_000);
      expect(await h.pages.read(id)).toMatchObject({ state: 'two' });
      await h.advance(6_000);
      expect(await h.pages.read(id)).toBeUndefined();
    });

    test('forgets, repeatably', async () => {
      const id = await openOne(h.pages);
      await h.pages.forget(id);
      await h.pages.forget(id);
      expect(await h.pages.read(id)).toBeUndefined();
    });

    test('R011: draws ids that never repeat', () => {
      const ids = Array.from({ length: 500 }, () => h.pages.newId(alice));
      expect(new Set(ids).size).toBe(500);
      for (const id of ids) expect(id).toMatch(/^pag_[0-9a-f]{3}[A-Za-z0-9_-]{24}$/);
    });
  });
}
