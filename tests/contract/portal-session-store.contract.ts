/** What every PortalSessionStore must do. Add a case here, never to one adapter only. */

import type { PortalSessionStore } from '../../src/app/ports/portal-session-store.js';
import type { ChallengeId, ClientId, CompanyId, UserId } from '../../src/domain/ids.js';
import type { PortalGuest } from '../../src/domain/portal.js';
import { PORTAL_ROLES } from '../../src/domain/portal.js';

export interface PortalSessionStoreHarness {
  readonly store: PortalSessionStore;
  /** Milliseconds; stands still between calls of `advance`. */
  now(): number;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const guest: PortalGuest = {
  companyId: 'acme' as CompanyId,
  userId: 'alice' as UserId,
  role: 'employee',
  clientId: 'client-shop' as ClientId,
  reason: null,
  locale: null,
};
const bob = { ...guest, userId: 'bob' as UserId };
const begun = (guest: PortalGuest) => ({ ...guest, isProven: false, stepUp: null });
const challengeId = 'chl_1' as ChallengeId;
const another = 'chl_2' as ChallengeId;

/** `open` gives every case a store of its own. */
export function describePortalSessionStore(
  adapter: string,
  open: () => Promise<PortalSessionStoreHarness>,
): void {
  describe(`PortalSessionStore contract: ${adapter}`, () => {
    const opened: PortalSessionStoreHarness[] = [];
    const setUp = async () => {
      const harness = await open();
      opened.push(harness);
      const { store } = harness;
      const link = async (over: Partial<PortalGuest> = {}) =>
        (await store.open({ ...guest, ...over })).link;
      const enter = async (over: Partial<PortalGuest> = {}) => {
        const entered = await store.enter(await link(over));
        if (!entered) throw new Error('not entered');
        return entered.id;
      };
      return { ...harness, link, enter };
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((harness) => harness.close()));
    });

    it('tells what a link was opened with, and when it ends', async () => {
      const { store, now } = await setUp();
      const full = { ...guest, role: 'support', reason: 'ticket 7: "ü"', locale: 'de' } as const;
      const { link, expiresAt } = await store.open(full);
      expect(expiresAt.getTime() - now()).toBe(5 * MINUTE);
      expect(await store.readLink(link)).toEqual(full);
      expect((await store.enter(link))?.session).toEqual(begun(full));
    });

    it('reads a link as often as anybody likes before it is used once', async () => {
      const { store, link } = await setUp();
      const one = await link();
      expect(await store.readLink(one)).toEqual(guest);
      expect(await store.readLink(one)).toEqual(guest);
      expect((await store.enter(one))?.session).toEqual(begun(guest));
      expect(await store.enter(one)).toBeUndefined();
      expect(await store.readLink(one)).toBeUndefined();
    });

    it('R085: gives one of 20 parallel uses of a link a session', async () => {
      const { store, link } = await setUp();
      const one = await link();
      const entered = await Promise.all(Array.from({ length: 20 }, () => store.enter(one)));
      expect(entered.filter((each) => each !== undefined)).toHaveLength(1);
    });

    it('R085: begins every session under an id of its own that is not the link', async () => {
      const { store, link } = await setUp();
      const links = await Promise.all(Array.from({ length: 20 }, () => link()));
      const ids = await Promise.all(links.map(async (each) => (await store.enter(each))?.id));
      expect(new Set([...links, ...ids]).size).toBe(40);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{3}[A-Za-z0-9_-]{43}$/);
    });

    it('ends a link five minutes after it was opened', async () => {
      const { store, link, advance } = await setUp();
      const [used, late] = [await link(), await link()];
      await advance(4 * MINUTE);
      expect(await store.enter(used)).toBeDefined();
      await advance(MINUTE);
      expect(await store.readLink(late)).toBeUndefined();
      expect(await store.enter(late)).toBeUndefined();
    });

    it('R085: ends a session that nobody used for 30 minutes', async () => {
      const { store, enter, advance } = await setUp();
      const id = await enter();
      await advance(29 * MINUTE);
      expect(await store.touch(id)).toEqual(begun(guest));
      await advance(29 * MINUTE);
      expect(await store.touch(id)).toEqual(begun(guest));
      await advance(30 * MINUTE);
      expect(await store.touch(id)).toBeUndefined();
    });

    it('R085: ends a session after eight hours however much it is used', async () => {
      const { store, enter, advance } = await setUp();
      const id = await enter();
      for (let i = 0; i < 24; i += 1) {
        await advance((i === 23 ? 19 : 20) * MINUTE);
        expect(await store.touch(id)).toBeDefined();
      }
      await advance(MINUTE);
      expect(await store.touch(id)).toBeUndefined();
    });

    it('R085: keeps the eight hours over a step-up', async () => {
      const { store, enter, advance } = await setUp();
      const before = await enter();
      for (let i = 0; i < 23; i += 1) {
        await advance(20 * MINUTE);
        await store.touch(before);
      }
      await store.beginStepUp(before, { action: 'view_phone', challengeId });
      const after = await store.approveStepUp(before, challengeId);
      await store.touch(after?.id ?? '');
      await advance(19 * MINUTE);
      expect(await store.touch(after?.id ?? '')).toBeDefined();
      await advance(MINUTE);
      expect(await store.touch(after?.id ?? '')).toBeUndefined();
    });

    it('R085: knows nothing of a session that was left, and tells once whose it was', async () => {
      const { store, enter } = await setUp();
      const [id, other] = [await enter(), await enter()];
      expect(await store.leave(id)).toEqual(begun(guest));
      expect(await store.touch(id)).toBeUndefined();
      expect(await store.leave(id)).toBeUndefined();
      expect(await store.setLocale(id, 'fr')).toBe('unknown');
      expect(await store.touch(other)).toBeDefined();
    });

    it("R085: ends all of a person's links and sessions at once, and nobody else's", async () => {
      const { store, link, enter } = await setUp();
      const [id, proving, one] = [await enter(), await enter({ role: 'admin' }), await link()];
      await store.beginStepUp(proving, { action: 'open_console', challengeId });
      const proven = await store.approveStepUp(proving, challengeId);
      const others = await enter({ userId: bob.userId });
      const elsewhere = await enter({ companyId: 'other' as CompanyId });
      await store.leave(await enter());
      expect(await store.end(guest, PORTAL_ROLES)).toBe(3);
      expect(await store.touch(id)).toBeUndefined();
      expect(await store.touch(proven?.id ?? '')).toBeUndefined();
      expect(await store.enter(one)).toBeUndefined();
      expect(await store.end(guest, PORTAL_ROLES)).toBe(0);
      expect(await store.touch(others)).toEqual(begun(bob));
      expect(await store.touch(elsewhere)).toBeDefined();
      expect(await store.touch(await enter())).toEqual(begun(guest));
    });

    it('ends sessions in the named roles alone, also those that were in use for hours', async () => {
      const { store, link, enter, advance } = await setUp();
      const admin = await enter({ role: 'admin' });
      const employee = await enter();
      for (let i = 0; i < 16; i += 1) {
        await advance(20 * MINUTE);
        await Promise.all([store.touch(admin), store.touch(employee)]);
      }
      const pending = await link({ role: 'admin' });
      expect(await store.end(guest, ['admin', 'support'])).toBe(2);
      expect(await store.touch(admin)).toBeUndefined();
      expect(await store.readLink(pending)).toBeUndefined();
      expect(await store.touch(employee)).toBeDefined();
      expect(await store.end(guest, ['employee'])).toBe(1);
    });

    it('forgets in no more than eight hours that a person had sessions', async () => {
      const { store, enter, advance } = await setUp();
      await enter();
      await advance(8 * HOUR);
      expect(await store.end(guest, PORTAL_ROLES)).toBe(0);
    });

    it('remembers the chosen language', async () => {
      const { store, enter } = await setUp();
      const id = await enter({ locale: 'de' });
      expect(await store.setLocale(id, 'it')).toBe('changed');
      expect((await store.touch(id))?.locale).toBe('it');
    });

    it('R085: is proven under a new id once the challenge it began was approved', async () => {
      const { store, enter } = await setUp();
      const id = await enter({ role: 'admin' });
      const asked = { action: 'open_console', challengeId };
      expect(await store.beginStepUp(id, asked)).toBe('changed');
      expect(await store.touch(id)).toMatchObject({
        isProven: false,
        stepUp: { ...asked, isApproved: false },
      });
      expect(await store.takeStepUp(id, 'open_console')).toBeUndefined();
      const proven = await store.approveStepUp(id, challengeId);
      const session = { ...guest, role: 'admin', isProven: true };
      expect(proven?.session).toEqual({ ...session, stepUp: { ...asked, isApproved: true } });
      expect(proven?.id.slice(3)).not.toBe(id.slice(3));
      expect(await store.touch(id)).toBeUndefined();
      expect(await store.touch(proven?.id ?? '')).toEqual(proven?.session);
    });

    it('R085: lets one of 20 parallel approvals through, and none of another challenge', async () => {
      const { store, enter } = await setUp();
      const id = await enter();
      expect(await store.approveStepUp(id, challengeId)).toBeUndefined();
      await store.beginStepUp(id, { action: 'view_phone', challengeId: another });
      await store.beginStepUp(id, { action: 'remove_phone', challengeId });
      expect(await store.approveStepUp(id, another)).toBeUndefined();
      const approve = () => store.approveStepUp(id, challengeId);
      const all = await Promise.all(Array.from({ length: 20 }, approve));
      const [won, ...more] = all.filter((each) => each !== undefined);
      expect(more).toEqual([]);
      expect(await store.approveStepUp(won?.id ?? '', challengeId)).toBeUndefined();
    });

    it('gives an approved challenge once, for its own act, and stays proven', async () => {
      const { store, enter } = await setUp();
      const id = await enter();
      await store.beginStepUp(id, { action: 'remove_phone', challengeId });
      const next = (await store.approveStepUp(id, challengeId))?.id ?? '';
      expect(await store.takeStepUp(next, 'view_phone')).toBeUndefined();
      const take = () => store.takeStepUp(next, 'remove_phone');
      const taken = await Promise.all(Array.from({ length: 20 }, take));
      expect(taken.filter((each) => each !== undefined)).toEqual([challengeId]);
      expect(await store.touch(next)).toMatchObject({ isProven: true, stepUp: null });
      await store.beginStepUp(next, { action: 'remove_phone', challengeId: another });
      expect(await store.takeStepUp(next, 'remove_phone')).toBeUndefined();
    });

    it.each([
      '',
      'x',
      'fff',
      `fff${'A'.repeat(43)}`,
      `fff${'A'.repeat(44)}`,
      '__proto__',
      '}{:*',
      `0f3\n${'A'.repeat(42)}`,
    ])('knows nobody by %j', async (id) => {
      const { store } = await setUp();
      expect(await store.readLink(id)).toBeUndefined();
      expect(await store.enter(id)).toBeUndefined();
      expect(await store.touch(id)).toBeUndefined();
      expect(await store.leave(id)).toBeUndefined();
      expect(await store.setLocale(id, 'en')).toBe('unknown');
      expect(await store.beginStepUp(id, { action: 'a', challengeId })).toBe('unknown');
      expect(await store.approveStepUp(id, challengeId)).toBeUndefined();
      expect(await store.takeStepUp(id, 'a')).toBeUndefined();
    });

    it('takes a link for no session and a session for no link', async () => {
      const { store, link, enter } = await setUp();
      const [one, id] = [await link(), await enter()];
      expect(await store.touch(one)).toBeUndefined();
      expect(await store.leave(one)).toBeUndefined();
      expect(await store.readLink(id)).toBeUndefined();
      expect(await store.enter(id)).toBeUndefined();
      expect(await store.touch(id)).toBeDefined();
    });
  });
}
