/** PageStore over Redis 7 or Valkey: each page is one hash in its person's slot. */

import type { NewPage, PageStore } from '../../app/ports/page-store.js';
import type { HostedPage, WayBack } from '../../domain/hosted-page.js';
import type {
  ChallengeId,
  ClientId,
  CompanyId,
  EmployeeRef,
  PageId,
  UserId,
} from '../../domain/ids.js';
import { PAGE_TTL_MS } from '../../domain/limits.js';
import { Keyspace } from './keys.js';
import type { RedisStoreOptions } from './challenge-store.js';
import { action, integer, list, purpose, text, unexpected } from './reply.js';
import { loadScript, type RedisClient } from './script.js';

const openScript = loadScript('open-page');
const readScript = loadScript('read-page');
const bindScript = loadScript('bind-page');
const moveScript = loadScript('move-page');
const changeScript = loadScript('change-page');
const forgetScript = loadScript('forget-page');

/** Shared by all instances; safe for any number of parallel calls. */
export class RedisPageStore implements PageStore {
  readonly #keys: Keyspace;

  constructor(
    private readonly redis: RedisClient,
    options: Pick<RedisStoreOptions, 'keyHasher' | 'prefix'>,
  ) {
    this.#keys = new Keyspace(options.keyHasher, options.prefix ?? 'assay');
  }

  newId(employee: EmployeeRef): PageId {
    return this.#keys.newPageId(employee);
  }

  async open(page: NewPage): Promise<void> {
    const key = this.#keys.page(page.id);
    if (key === undefined) throw new Error('open: the id was not drawn by newId');
    integer(await openScript(this.redis, [key], [PAGE_TTL_MS, JSON.stringify(fieldsOf(page))]));
  }

  async read(id: PageId): Promise<HostedPage | undefined> {
    const key = this.#keys.page(id);
    if (key === undefined) return undefined;
    return pageOf(id, list(await readScript(this.redis, [key], [])));
  }

  async bind(id: PageId, browserHash: string): Promise<'bound' | 'bound_elsewhere' | 'not_found'> {
    const key = this.#keys.page(id);
    if (key === undefined) return 'not_found';
    const reply = text(await bindScript(this.redis, [key], [browserHash]));
    return reply === 'bound' || reply === 'bound_elsewhere' || reply === 'not_found'
      ? reply
      : unexpected();
  }

  async moveTo(
    id: PageId,
    from: ChallengeId,
    to: ChallengeId,
  ): Promise<'moved' | 'moved_before' | 'not_found'> {
    const key = this.#keys.page(id);
    if (key === undefined) return 'not_found';
    const reply = text(await moveScript(this.redis, [key], [from, to]));
    return reply === 'moved' || reply === 'moved_before' || reply === 'not_found'
      ? reply
      : unexpected();
  }

  async setLocale(id: PageId, locale: string): Promise<boolean> {
    return this.#change(id, '', { lo: locale });
  }

  async setWayBack(id: PageId, { returnUrl, state }: WayBack): Promise<boolean> {
    return this.#change(id, PAGE_TTL_MS, { ru: returnUrl, sa: state ?? '' });
  }

  async forget(id: PageId): Promise<void> {
    const key = this.#keys.page(id);
    if (key !== undefined) integer(await forgetScript(this.redis, [key], []));
  }

  async #change(
    id: PageId,
    ttlMs: number | '',
    fields: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    const key = this.#keys.page(id);
    if (key === undefined) return false;
    return integer(await changeScript(this.redis, [key], [ttlMs, JSON.stringify(fields)])) === 1;
  }
}

/** Empty where there is none. */
function fieldsOf(page: NewPage): Readonly<Record<string, string>> {
  return {
    ...{ cl: page.clientId, co: page.companyId, us: page.userId, pu: page.purpose },
    ...{ ac: page.action ?? '', nd: page.nonceDigest, ru: page.returnUrl, sa: page.state ?? '' },
    ...{ lo: page.locale ?? '', ch: page.challengeId },
  };
}

/** In the order of read-page.lua. */
function pageOf(id: PageId, reply: readonly unknown[]): HostedPage | undefined {
  const [clientId, companyId, userId, ...rest] = reply;
  if (clientId === null || clientId === undefined) return undefined;
  const [ofPurpose, ofAction, nonceDigest, returnUrl, state, locale, challengeId, browser] = rest;
  return {
    id,
    clientId: text(clientId) as ClientId,
    companyId: text(companyId) as CompanyId,
    userId: text(userId) as UserId,
    purpose: purpose(ofPurpose),
    action: action(text(ofAction) || null),
    nonceDigest: text(nonceDigest),
    returnUrl: text(returnUrl),
    state: text(state) || null,
    locale: text(locale) || null,
    challengeId: text(challengeId) as ChallengeId,
    browserHash: browser === null ? null : text(browser),
  };
}
