/** The port of the hosted pages' records: where a browser came from, which one it is, where it goes. */

import type { HostedPage, WayBack } from '../../domain/hosted-page.js';
import type { ChallengeId, EmployeeRef, PageId } from '../../domain/ids.js';

/**
 * Every method is one atomic step on the person's slot, where the challenges are too. A page lives
 * `PAGE_TTL_MS` from `open`; only `setWayBack` renews that, since then the client has asked anew. Every
 * write gives its key an expiry in the same step (R004). Rejects with `StoreUnavailableError`.
 *
 * tests/contract/page-store.contract.ts is the executable form of this comment.
 */
export interface PageStore {
  /** Draws an id in the slot of the employee: 144 random bits. */
  newId(employee: EmployeeRef): PageId;

  /** Written before its challenge is opened, so that no challenge is ever without its way back. */
  open(page: NewPage): Promise<void>;

  /** Undefined when there is none, or no more. */
  read(id: PageId): Promise<HostedPage | undefined>;

  /** The first browser wins; the same one may come again (decision 25). */
  bind(id: PageId, browserHash: string): Promise<'bound' | 'bound_elsewhere' | 'not_found'>;

  /** Compare-and-set: `moved_before` when the page stands at another challenge than `from` by now. */
  moveTo(
    id: PageId,
    from: ChallengeId,
    to: ChallengeId,
  ): Promise<'moved' | 'moved_before' | 'not_found'>;

  /** False when there is no such page. */
  setLocale(id: PageId, locale: string): Promise<boolean>;

  /** An equal start came with another way back; the page's life starts anew. False as `setLocale`. */
  setWayBack(id: PageId, wayBack: WayBack): Promise<boolean>;

  /** For a page that nobody was told of. Repeatable. */
  forget(id: PageId): Promise<void>;
}

export type NewPage = Omit<HostedPage, 'browserHash'>;
