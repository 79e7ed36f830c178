/** The port that answers, in one SQL read, everything a sign-in call needs to decide. */

import type { EmployeeRef, FactorId } from '../../domain/ids.js';
import type { Standing } from '../../domain/second-factor.js';
import type { FailureCounter } from './challenge-commands.js';
import type { Company } from './company-store.js';

export interface SignInReader {
  /**
   * Reads one person's standing. `company_not_found` for an unknown company, `id_conflict` when the id
   * equals a known one only after folding (decision 19). An unknown employee is an ordinary standing.
   */
  read(employee: EmployeeRef): Promise<SignInRead>;

  /** One phone of a person, active or pending; undefined when it is gone. */
  findPhone(employee: EmployeeRef, factorId: FactorId): Promise<StoredPhone | undefined>;

  /** The pending phone of a person with this blind index: proving it goes on where it was left. */
  findPending(employee: EmployeeRef, index: string): Promise<StoredPhone | undefined>;
}

export type SignInRead =
  | { readonly kind: 'found'; readonly person: Person }
  | { readonly kind: 'company_not_found' }
  | { readonly kind: 'id_conflict'; readonly field: 'companyId' | 'userId' };

export interface Person extends EmployeeRef {
  readonly company: Company;
  readonly standing: Standing;
  /** Of all active factors together; zero for the unknown. */
  readonly counter: FailureCounter;
  readonly activePhone: StoredPhone | null;
  /** An imported number that nobody has proven. */
  readonly importedPhone: StoredPhone | null;
}

/** A phone factor as stored. */
export interface StoredPhone {
  readonly factorId: FactorId;
  readonly version: number;
  readonly state: 'active' | 'pending';
  readonly sealedNumber: Uint8Array;
  readonly sealedMask: Uint8Array;
  readonly index: string;
  /** ISO 3166-1 alpha-2; "ZZ" for none. What is shown rests on it and the next; a send asks the number itself. */
  readonly country: string;
  /** False for a landline. */
  readonly canBeTexted: boolean;
  /** How many people have proven this number, all companies together, as far as it matters; 0 where nobody asked. */
  readonly holders: number;
  /** Of a pending factor; zero for an active one, whose failures are the employee's. */
  readonly failures: number;
}
