/** PortalSessionStore over Redis 7 or Valkey: each method is one Lua script on the person's slot. */

import { hash } from 'node:crypto';

import type {
  EnteredPortal,
  PortalChange,
  PortalSessionStore,
} from '../../app/ports/portal-session-store.js';
import type { ChallengeId, EmployeeRef } from '../../domain/ids.js';
import { PORTAL_IDLE_MS, PORTAL_LINK_TTL_MS, PORTAL_TOTAL_MS } from '../../domain/limits.js';
import type { PortalGuest, PortalRole, PortalSession, PortalStepUp } from '../../domain/portal.js';
import type { RedisStoreOptions } from './challenge-store.js';
import { Keyspace } from './keys.js';
import { portalGuest, portalSession } from './portal-reply.js';
import { integer, text } from './reply.js';
import { loadScript, type RedisClient } from './script.js';

const openScript = loadScript('open-portal-link');
const readLinkScript = loadScript('read-portal-link');
const enterScript = loadScript('enter-portal');
const touchScript = loadScript('touch-portal');
const leaveScript = loadScript('leave-portal');
const endScript = loadScript('end-portal');
const changeScript = loadScript('change-portal');
const approveScript = loadScript('approve-step-up');
const takeScript = loadScript('take-step-up');

/** Shared by all instances; safe for any number of parallel calls. */
export class RedisPortalSessionStore implements PortalSessionStore {
  readonly #keys: Keyspace;

  constructor(
    private readonly redis: RedisClient,
    private readonly options: RedisStoreOptions,
  ) {
    this.#keys = new Keyspace(options.keyHasher, options.prefix ?? 'assay');
  }

  async open(guest: PortalGuest): Promise<{ readonly link: string; readonly expiresAt: Date }> {
    const link = this.#keys.newPortalId(guest);
    const base = this.#keys.baseOf(guest);
    const { role, clientId, companyId, userId, reason, locale } = guest;
    const w = this.#keys.employee(guest);
    const fields = {
      w,
      ro: role,
      cl: clientId,
      co: companyId,
      us: userId,
      ...optional(reason, locale),
    };
    const expiry = await openScript(
      this.redis,
      [`${base}pl:${hashOf(link)}`, `${base}po:${w}`],
      [
        ...[this.#now(), `l${hashOf(link)} ${role}`, PORTAL_LINK_TTL_MS, PORTAL_TOTAL_MS],
        JSON.stringify(fields),
      ],
    );
    return { link, expiresAt: new Date(integer(expiry)) };
  }

  async readLink(link: string): Promise<PortalGuest | undefined> {
    const base = this.#keys.portalBase(link);
    if (base === undefined) return undefined;
    const key = `${base}pl:${hashOf(link)}`;
    const found = portalGuest(await readLinkScript(this.redis, [key], []));
    return found && this.#isCurrent(found.indexName, found.guest) ? found.guest : undefined;
  }

  async enter(link: string): Promise<EnteredPortal | undefined> {
    const base = this.#keys.portalBase(link);
    if (base === undefined) return undefined;
    const id = this.#keys.nextPortalId(link);
    const args = [this.#now(), base, hashOf(link), hashOf(id), PORTAL_IDLE_MS, PORTAL_TOTAL_MS];
    const keys = [`${base}pl:${hashOf(link)}`, `${base}ps:${hashOf(id)}`];
    const session = this.#session(await enterScript(this.redis, keys, args));
    return session && { id, session };
  }

  async touch(id: string): Promise<PortalSession | undefined> {
    const key = this.#sessionKey(id);
    if (key === undefined) return undefined;
    return this.#session(await touchScript(this.redis, [key], [this.#now(), PORTAL_IDLE_MS]));
  }

  async leave(id: string): Promise<PortalSession | undefined> {
    const base = this.#keys.portalBase(id);
    if (base === undefined) return undefined;
    const key = `${base}ps:${hashOf(id)}`;
    return portalSession(await leaveScript(this.redis, [key], [base, hashOf(id)]))?.session;
  }

  async end(employee: EmployeeRef, roles: readonly PortalRole[]): Promise<number> {
    const base = this.#keys.baseOf(employee);
    const index = `${base}po:${this.#keys.employee(employee)}`;
    return integer(await endScript(this.redis, [index], [base, `,${roles.join(',')},`]));
  }

  setLocale(id: string, locale: string): Promise<PortalChange> {
    return this.#change(id, { lo: locale });
  }

  beginStepUp(id: string, stepUp: Omit<PortalStepUp, 'isApproved'>): Promise<PortalChange> {
    return this.#change(id, { sa: stepUp.action, sc: stepUp.challengeId, sp: '0' });
  }

  async approveStepUp(id: string, challengeId: ChallengeId): Promise<EnteredPortal | undefined> {
    const base = this.#keys.portalBase(id);
    if (base === undefined) return undefined;
    const next = this.#keys.nextPortalId(id);
    const keys = [`${base}ps:${hashOf(id)}`, `${base}ps:${hashOf(next)}`];
    const args = [base, challengeId, hashOf(id), hashOf(next), PORTAL_TOTAL_MS];
    const session = this.#session(await approveScript(this.redis, keys, args));
    return session && { id: next, session };
  }

  async takeStepUp(id: string, action: string): Promise<ChallengeId | undefined> {
    const key = this.#sessionKey(id);
    if (key === undefined) return undefined;
    const taken = await takeScript(this.redis, [key], [action]);
    return taken === null ? undefined : (text(taken) as ChallengeId);
  }

  async #change(id: string, fields: Readonly<Record<string, string>>): Promise<PortalChange> {
    const key = this.#sessionKey(id);
    if (key === undefined) return 'unknown';
    const changed = integer(await changeScript(this.redis, [key], [JSON.stringify(fields)]));
    return changed === 1 ? 'changed' : 'unknown';
  }

  #session(reply: unknown): PortalSession | undefined {
    const found = portalSession(reply);
    return found && this.#isCurrent(found.indexName, found.session) ? found.session : undefined;
  }

  /**
   * A new master key renames people, and `end` would no longer find what was begun before: so that does
   * not count any more.
   */
  #isCurrent(indexName: string, employee: EmployeeRef): boolean {
    return indexName === this.#keys.employee(employee);
  }

  #sessionKey(id: string): string | undefined {
    const base = this.#keys.portalBase(id);
    return base === undefined ? undefined : `${base}ps:${hashOf(id)}`;
  }

  #now(): number | '' {
    return this.options.testClock?.() ?? '';
  }
}

/** SHA-256: an id is 256 random bits, which no salt makes stronger. */
function hashOf(id: string): string {
  return hash('sha256', id, 'base64url');
}

function optional(reason: string | null, locale: string | null): Record<string, string> {
  return { ...(reason !== null && { re: reason }), ...(locale !== null && { lo: locale }) };
}
