/** What the in-process pending store holds. Values are never changed in place, only replaced. */

import type { Action, Channel, Door, EndStatus, Purpose } from '../../domain/challenge.js';
import type { ReceiptStatus, UndeliveredReason } from '../../domain/delivery.js';
import type { ChallengeId, ClientId, EmployeeRef, FactorId, MessageId } from '../../domain/ids.js';
import type { FailureCounter } from '../../app/ports/challenge-commands.js';
import { COUNTER_TTL_MS } from '../../domain/limits.js';
import { ExpiringMap } from './expiring-map.js';

export interface PendingRecord extends EmployeeRef {
  readonly clientId: ClientId;
  readonly purpose: Purpose;
  readonly action: Action | null;
  readonly door: Door;
  readonly canSkip: boolean;
  readonly tries: number;
  readonly expiresAtMs: number;
  readonly nonceName: string | null;
  /** Null while the challenge waits for a number. */
  readonly sent: SentRecord | null;
  /** Channels the provider accepted, or may have. */
  readonly channels: readonly Channel[];
  readonly flight: Flight | null;
}

export interface SentRecord {
  readonly keyId: string;
  readonly digest: string;
  readonly codeLength: number;
  readonly factorId: FactorId;
  readonly factorVersion: number;
  readonly factorState: 'active' | 'pending';
  readonly destination: number;
  readonly channel: Channel;
  readonly locale: string;
  readonly messageId: MessageId;
  readonly accepted: boolean;
  readonly updatedAtMs: number;
  /** What the provider reported of it. */
  readonly receipt: ReceiptRecord | null;
  readonly gapName: string;
}

export interface ReceiptRecord {
  readonly status: ReceiptStatus;
  readonly reason: UndeliveredReason | null;
  readonly updatedAtMs: number;
}

/** A send whose end is not known yet, and what a refusal brings back. */
export interface Flight {
  readonly kind: 'open' | 'resend' | 'destination';
  readonly messageId: MessageId;
  readonly leaseUntilMs: number;
  readonly previousGap: Gap | null;
  readonly previousSent: SentRecord | null;
  readonly previousExpiresAtMs: number;
  readonly idempotencyName: string | null;
  /** The claim of the start's Idempotency-Key; null for any other send. */
  readonly startKey: string | null;
}

/** What outlives the challenge. */
export interface Remembered {
  readonly clientId: ClientId;
  readonly nonceDigest: string | null;
  /** 0 while the challenge waits for a number. */
  readonly codeLength: number;
  /** Null while it is open. */
  readonly end: EndStatus | null;
}

export interface Gap {
  readonly sends: number;
  readonly lastMs: number;
  readonly nextMs: number;
  readonly messageId: MessageId;
}

export interface CounterRecord {
  readonly epoch: number;
  readonly failures: number;
  readonly lockedUntilMs: number;
}

/** `told`: a challenge id (start), a message id (resend, enrolment), tries left or `match` (verify). */
export interface IdempotencyRecord {
  readonly fingerprint: string;
  readonly told: string;
}

export interface OpenMember {
  readonly clientId: ClientId;
  readonly expiresAtMs: number;
}

/** All tables, over one clock in milliseconds. */
export class Records {
  readonly challenges: ExpiringMap<PendingRecord>;
  readonly remembered: ExpiringMap<Remembered>;
  readonly counters: ExpiringMap<CounterRecord>;
  readonly gaps: ExpiringMap<Gap>;
  /** Instants of sends, newest first. */
  readonly tries: ExpiringMap<readonly number[]>;
  readonly idempotency: ExpiringMap<IdempotencyRecord>;
  /** Fingerprints of the requests that Idempotency-Keys of starts belong to. */
  readonly startKeys: ExpiringMap<string>;
  readonly nonces: ExpiringMap<ChallengeId>;
  /** Open challenges of each employee. */
  readonly open: ExpiringMap<ReadonlyMap<ChallengeId, OpenMember>>;

  constructor(readonly now: () => number) {
    this.challenges = new ExpiringMap(now);
    this.remembered = new ExpiringMap(now);
    this.counters = new ExpiringMap(now);
    this.gaps = new ExpiringMap(now);
    this.tries = new ExpiringMap(now);
    this.idempotency = new ExpiringMap(now);
    this.startKeys = new ExpiringMap(now);
    this.nonces = new ExpiringMap(now);
    this.open = new ExpiringMap(now);
  }

  saveChallenge(id: ChallengeId, record: PendingRecord): void {
    this.challenges.set(id, record, record.expiresAtMs - this.now());
  }

  openOnes(employee: EmployeeRef): [ChallengeId, OpenMember][] {
    const members = this.open.get(nameOf(employee)) ?? new Map<ChallengeId, OpenMember>();
    return [...members].filter(([, member]) => member.expiresAtMs > this.now());
  }

  addOpen(id: ChallengeId, { expiresAtMs, clientId, ...employee }: PendingRecord): void {
    const members = new Map(this.openOnes(employee)).set(id, { clientId, expiresAtMs });
    const latest = Math.max(...[...members.values()].map((member) => member.expiresAtMs));
    this.open.set(nameOf(employee), members, latest - this.now());
  }

  removeOpen(id: ChallengeId, employee: EmployeeRef): void {
    const members = new Map(this.openOnes(employee));
    members.delete(id);
    this.open.replace(nameOf(employee), members);
  }

  /** Takes over what PostgreSQL knows: newer epoch replaces, same takes the larger, older is ignored (decision 7). */
  handOver(name: string, counter: FailureCounter): CounterRecord {
    const { epoch, failures, lockedForMs } = counter;
    const given = {
      epoch,
      failures,
      lockedUntilMs: lockedForMs > 0 ? this.now() + lockedForMs : 0,
    };
    const merged = mergeCounters(this.counters.get(name), given);
    this.counters.set(name, merged, COUNTER_TTL_MS);
    return merged;
  }
}

function mergeCounters(known: CounterRecord | undefined, given: CounterRecord): CounterRecord {
  if (!known || given.epoch > known.epoch) return given;
  if (given.epoch < known.epoch) return known;
  return {
    epoch: known.epoch,
    failures: Math.max(known.failures, given.failures),
    lockedUntilMs: Math.max(known.lockedUntilMs, given.lockedUntilMs),
  };
}

/** An unambiguous key of several texts. */
export function nameOf(parts: EmployeeRef, ...more: string[]): string {
  return JSON.stringify([parts.companyId, parts.userId, ...more]);
}

/** Of an Idempotency-Key of a start, whoever the start is about. */
export function startKeyName(clientId: ClientId, key: string): string {
  return JSON.stringify([clientId, key]);
}

/** An active factor counts per employee, a pending one on itself (decision 7). */
export function counterName(
  employee: EmployeeRef,
  factor: Pick<SentRecord, 'factorId' | 'factorState'>,
): string {
  return factor.factorState === 'active' ? nameOf(employee) : nameOf(employee, factor.factorId);
}

export function withChannel(channels: readonly Channel[], channel: Channel): readonly Channel[] {
  return channels.includes(channel) ? channels : [...channels, channel];
}
