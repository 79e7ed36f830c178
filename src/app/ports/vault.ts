/** The port of the vault: the only way a phone number is sealed, indexed or opened. */

import type { EmployeeRef, FactorId } from '../../domain/ids.js';
import type { PhoneNumber } from '../../domain/phone-number.js';

/** Where a sealed field belongs; the seal opens nowhere else (decision 30, R094). */
export interface SealContext extends EmployeeRef {
  readonly factorId: FactorId;
}

/** A number as it is stored. */
export interface SealedPhone {
  /** Envelope: key id, nonce, AES-256-GCM ciphertext and tag. */
  readonly number: Uint8Array;
  /** The last two digits, sealed with a key of their own, so that lists open nothing (decision 26). */
  readonly mask: Uint8Array;
  /** Keyed blind index of the canonical number. */
  readonly index: string;
  /** ISO 3166-1 alpha-2, in clear; "ZZ" for a number that belongs to no country. */
  readonly country: string;
  /** In clear as well; false for a landline. */
  readonly canBeTexted: boolean;
}

export interface Vault {
  seal(phone: PhoneNumber, context: SealContext): SealedPhone;
  /** Throws `SealBrokenError` when the envelope is not of this context or was altered. */
  openNumber(sealed: Uint8Array, context: SealContext): PhoneNumber;
  /** The last two digits. */
  openMask(sealed: Uint8Array, context: SealContext): string;
  index(phone: PhoneNumber): string;
}

/** A seal that does not open: altered, moved to another place, or its key is not held. Says no more. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';

  constructor() {
    super('a sealed field does not open');
  }
}
