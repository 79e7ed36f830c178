/** PortalSessionStore in this process, for the embedded start and for tests. */

import { hash, randomBytes } from 'node:crypto';

import type {
  EnteredPortal,
  PortalChange,
  PortalSessionStore,
} from '../../app/ports/portal-session-store.js';
import type { ChallengeId, EmployeeRef } from '../../domain/ids.js';
import { PORTAL_IDLE_MS, PORTAL_LINK_TTL_MS, PORTAL_TOTAL_MS } from '../../domain/limits.js';
import type { PortalGuest, PortalRole, PortalSession, PortalStepUp } from '../../domain/portal.js';
import { ExpiringMap } from './expiring-map.js';
import { nameOf } from './records.js';

const RANDOM_BYTES = 32;

interface SessionRecord {
  readonly session: PortalSession;
  /** End of the total time. */
  readonly endsAtMs: number;
}

/** By hash of the link or session, for one person. */
type Belongings = ReadonlyMap<string, PortalRole>;

/** Each body is synchronous up to its return, so the event loop makes it atomic. */
export class MemoryPortalSessionStore implements PortalSessionStore {
  readonly #links: ExpiringMap<PortalGuest>;
  readonly #sessions: ExpiringMap<SessionRecord>;
  readonly #belongings: ExpiringMap<Belongings>;

  /** `now` answers milliseconds since 1970. */
  constructor(private readonly now: () => number) {
    this.#links = new ExpiringMap(now);
    this.#sessions = new ExpiringMap(now);
    this.#belongings = new ExpiringMap(now);
  }

  async open(guest: PortalGuest): Promise<{ readonly link: string; readonly expiresAt: Date }> {
    const link = newId();
    this.#links.set(hashOf(link), guest, PORTAL_LINK_TTL_MS);
    this.#own(guest, hashOf(link));
    return { link, expiresAt: new Date(this.now() + PORTAL_LINK_TTL_MS) };
  }

  async readLink(link: string): Promise<PortalGuest | undefined> {
    return this.#links.get(hashOf(link));
  }

  async enter(link: string): Promise<EnteredPortal | undefined> {
    const guest = this.#links.get(hashOf(link));
    if (!guest) return undefined;
    this.#links.delete(hashOf(link));
    const session = { ...guest, isProven: false, stepUp: null };
    return this.#begin({ session, endsAtMs: this.now() + PORTAL_TOTAL_MS });
  }

  async touch(id: string): Promise<PortalSession | undefined> {
    const record = this.#sessions.get(hashOf(id));
    if (!record) return undefined;
    this.#keep(hashOf(id), record);
    return record.session;
  }

  async leave(id: string): Promise<PortalSession | undefined> {
    const record = this.#sessions.get(hashOf(id));
    this.#sessions.delete(hashOf(id));
    return record?.session;
  }

  async end(employee: EmployeeRef, roles: readonly PortalRole[]): Promise<number> {
    let ended = 0;
    for (const [key, role] of this.#belongings.get(nameOf(employee)) ?? []) {
      if (!roles.includes(role)) continue;
      if (this.#links.get(key) ?? this.#sessions.get(key)) ended += 1;
      this.#links.delete(key);
      this.#sessions.delete(key);
    }
    return ended;
  }

  async setLocale(id: string, locale: string): Promise<PortalChange> {
    return this.#change(id, { locale });
  }

  async beginStepUp(id: string, stepUp: Omit<PortalStepUp, 'isApproved'>): Promise<PortalChange> {
    return this.#change(id, { stepUp: { ...stepUp, isApproved: false } });
  }

  async approveStepUp(id: string, challengeId: ChallengeId): Promise<EnteredPortal | undefined> {
    const record = this.#sessions.get(hashOf(id));
    const stepUp = record?.session.stepUp;
    if (!record || stepUp?.challengeId !== challengeId || stepUp.isApproved) return undefined;
    this.#sessions.delete(hashOf(id));
    const proven = { isProven: true, stepUp: { ...stepUp, isApproved: true } };
    return this.#begin({ ...record, session: { ...record.session, ...proven } });
  }

  async takeStepUp(id: string, action: string): Promise<ChallengeId | undefined> {
    const stepUp = this.#sessions.get(hashOf(id))?.session.stepUp;
    if (stepUp?.action !== action || !stepUp.isApproved) return undefined;
    this.#change(id, { stepUp: null });
    return stepUp.challengeId;
  }

  #begin(record: SessionRecord): EnteredPortal {
    const id = newId();
    this.#keep(hashOf(id), record);
    this.#own(record.session, hashOf(id));
    return { id, session: record.session };
  }

  #keep(key: string, record: SessionRecord): void {
    this.#sessions.set(key, record, Math.min(PORTAL_IDLE_MS, record.endsAtMs - this.now()));
  }

  #change(id: string, change: Partial<PortalSession>): PortalChange {
    const record = this.#sessions.get(hashOf(id));
    if (!record) return 'unknown';
    this.#sessions.replace(hashOf(id), { ...record, session: { ...record.session, ...change } });
    return 'changed';
  }

  /** Forgets what has ended meanwhile. */
  #own(guest: PortalGuest, key: string): void {
    const known = this.#belongings.get(nameOf(guest)) ?? [];
    const live = [...known].filter(([each]) => this.#links.get(each) ?? this.#sessions.get(each));
    this.#belongings.set(nameOf(guest), new Map([...live, [key, guest.role]]), PORTAL_TOTAL_MS);
  }
}

/** Looks like an id of the Redis store: three hex digits, here random too, then 256 random bits. */
function newId(): string {
  const partition = randomBytes(2).toString('hex').slice(1);
  return partition + randomBytes(RANDOM_BYTES).toString('base64url');
}

function hashOf(id: string): string {
  return hash('sha256', id, 'base64url');
}
