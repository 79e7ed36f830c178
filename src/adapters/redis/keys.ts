/** The names of all keys. None holds anything personal (R102): people and numbers stand in them as keyed hashes. */

import { randomBytes } from 'node:crypto';

import type { ChallengeId, ClientId, EmployeeRef, FactorId, PageId } from '../../domain/ids.js';

/** A keyed hash (HMAC-SHA-256 or better) of a list of texts, as base64url. */
export type KeyHasher = (parts: string[]) => string;

/** Three hex digits of partition, then 144 random bits (R011). */
const CHALLENGE_ID = /^chl_([0-9a-f]{3})[A-Za-z0-9_-]{24}$/;
const PAGE_ID = /^pag_([0-9a-f]{3})[A-Za-z0-9_-]{24}$/;
const RANDOM_BYTES = 18;
/** The partition, then 256 random bits. */
const PORTAL_ID = /^([0-9a-f]{3})[A-Za-z0-9_-]{43}$/;
const SECRET_BYTES = 32;
const PARTITIONS = 4_096;
const PARTITION_DIGITS = 3;
/** 132 bits of a hash: short names are memory saved on every challenge. */
const HASH_CHARS = 22;

/**
 * All keys of one person share a hash tag, so that one script may touch them on a Cluster (decision 41).
 * An id with a forged partition names keys that do not exist.
 */
export class Keyspace {
  constructor(
    private readonly hasher: KeyHasher,
    private readonly prefix: string,
  ) {}

  newId(employee: EmployeeRef): ChallengeId {
    return this.#draw('chl_', employee) as ChallengeId;
  }

  newPageId(employee: EmployeeRef): PageId {
    return this.#draw('pag_', employee) as PageId;
  }

  /** Of a hosted page; undefined for what cannot be an id of one. */
  page(id: PageId): string | undefined {
    const partition = PAGE_ID.exec(id)?.[1];
    return partition === undefined ? undefined : `${this.#base(partition)}p:${id}`;
  }

  /** What all keys of the slot begin with; undefined for what cannot be an id. */
  base(id: ChallengeId): string | undefined {
    const partition = CHALLENGE_ID.exec(id)?.[1];
    return partition === undefined ? undefined : this.#base(partition);
  }

  /** Of a link into the portal, or of a session there (R011, R085). */
  newPortalId(employee: EmployeeRef): string {
    return newSecret(this.#partition(this.employee(employee)));
  }

  /** Another one in the slot of `id`. */
  nextPortalId(id: string): string {
    return newSecret(id.slice(0, PARTITION_DIGITS));
  }

  /** As `base`, for links and sessions. */
  portalBase(id: string): string | undefined {
    const partition = PORTAL_ID.exec(id)?.[1];
    return partition === undefined ? undefined : this.#base(partition);
  }

  baseOf(employee: EmployeeRef): string {
    return this.#base(this.#partition(this.employee(employee)));
  }

  employee({ companyId, userId }: EmployeeRef): string {
    return this.#hash('employee', companyId, userId);
  }

  number(numberKey: string): string {
    return this.#hash('number', numberKey);
  }

  nonce(clientId: ClientId, employee: EmployeeRef, rest: readonly string[]): string {
    return this.#hash('nonce', clientId, employee.companyId, employee.userId, ...rest);
  }

  idempotency(clientId: ClientId, operation: string, key: string): string {
    return this.#hash('idempotency', clientId, operation, key);
  }

  /** Of an Idempotency-Key of a start, in a slot of its own: whoever the request is about. */
  claim(idempotencyName: string): string {
    return `${this.prefix}:{${idempotencyName}}:k`;
  }

  /** What all budget keys of an owner begin with, in a slot of the owner's own. */
  budget(owner: readonly string[]): string {
    return `${this.prefix}:{${this.#hash(...owner)}}:`;
  }

  /** Counts of a prefix of numbers and its latest messages, in a slot of the prefix's own. */
  conversion(numberPrefix: string): [string, string] {
    const tag = `${this.prefix}:{${this.#hash('prefix', numberPrefix)}}`;
    return [`${tag}:c`, `${tag}:m`];
  }

  /** What range a number belongs to that is being proven. */
  numberRange(factorId: FactorId): string {
    return `${this.prefix}:{${this.#hash('range', factorId)}}:r`;
  }

  #draw(prefix: string, employee: EmployeeRef): string {
    const random = randomBytes(RANDOM_BYTES).toString('base64url');
    return `${prefix}${this.#partition(this.employee(employee))}${random}`;
  }

  #base(partition: string): string {
    return `${this.prefix}:{${partition}}:`;
  }

  #partition(employeeKey: string): string {
    const number = Buffer.from(employeeKey, 'base64url').readUInt16BE() % PARTITIONS;
    return number.toString(16).padStart(PARTITION_DIGITS, '0');
  }

  #hash(...parts: string[]): string {
    return this.hasher(parts).slice(0, HASH_CHARS);
  }
}

function newSecret(partition: string): string {
  return partition + randomBytes(SECRET_BYTES).toString('base64url');
}
