/** PageStore in this process, for the embedded start and for tests. */

import { randomBytes } from 'node:crypto';

import type { NewPage, PageStore } from '../../app/ports/page-store.js';
import type { HostedPage, WayBack } from '../../domain/hosted-page.js';
import type { ChallengeId, PageId } from '../../domain/ids.js';
import { PAGE_TTL_MS } from '../../domain/limits.js';
import { ExpiringMap } from './expiring-map.js';

/** Ids look like those of Redis: three hex digits, here random too, then 144 random bits (R011). */
const RANDOM_BYTES = 18;

/** Each body is synchronous up to its return, so the event loop makes it atomic. */
export class MemoryPageStore implements PageStore {
  readonly #pages: ExpiringMap<HostedPage>;

  /** `now` answers milliseconds since 1970. */
  constructor(now: () => number) {
    this.#pages = new ExpiringMap(now);
  }

  newId(): PageId {
    const partition = randomBytes(2).toString('hex').slice(1);
    return `pag_${partition}${randomBytes(RANDOM_BYTES).toString('base64url')}` as PageId;
  }

  async open(page: NewPage): Promise<void> {
    this.#pages.set(page.id, { ...page, browserHash: null }, PAGE_TTL_MS);
  }

  async read(id: PageId): Promise<HostedPage | undefined> {
    return this.#pages.get(id);
  }

  async bind(id: PageId, browserHash: string): Promise<'bound' | 'bound_elsewhere' | 'not_found'> {
    const page = this.#pages.get(id);
    if (!page) return 'not_found';
    if (page.browserHash === null) this.#pages.replace(id, { ...page, browserHash });
    return (page.browserHash ?? browserHash) === browserHash ? 'bound' : 'bound_elsewhere';
  }

  async moveTo(
    id: PageId,
    from: ChallengeId,
    to: ChallengeId,
  ): Promise<'moved' | 'moved_before' | 'not_found'> {
    const page = this.#pages.get(id);
    if (!page) return 'not_found';
    if (page.challengeId !== from && page.challengeId !== to) return 'moved_before';
    this.#pages.replace(id, { ...page, challengeId: to });
    return 'moved';
  }

  async setLocale(id: PageId, locale: string): Promise<boolean> {
    const page = this.#pages.get(id);
    if (page) this.#pages.replace(id, { ...page, locale });
    return page !== undefined;
  }

  async setWayBack(id: PageId, { returnUrl, state }: WayBack): Promise<boolean> {
    const page = this.#pages.get(id);
    if (page) this.#pages.set(id, { ...page, returnUrl, state }, PAGE_TTL_MS);
    return page !== undefined;
  }

  async forget(id: PageId): Promise<void> {
    this.#pages.delete(id);
  }
}
