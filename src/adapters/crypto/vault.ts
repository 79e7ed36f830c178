/** The vault over the key ring: seals phone numbers and their masks, and indexes them blindly. */

import { createHmac } from 'node:crypto';

import type { SealContext, SealedPhone, Vault } from '../../app/ports/vault.js';
import { countryOf, PhoneNumber } from '../../domain/phone-number.js';
import { FieldCipher } from './field-cipher.js';
import type { KeyRing } from './key-ring.js';

/** Numbers and masks have ciphers of their own, so that whoever lists masks opens no number (decision 26). */
export class CryptoVault implements Vault {
  private readonly numbers: FieldCipher;
  private readonly masks: FieldCipher;

  constructor(private readonly ring: KeyRing) {
    this.numbers = new FieldCipher(ring, 'seal');
    this.masks = new FieldCipher(ring, 'mask');
  }

  seal(phone: PhoneNumber, context: SealContext): SealedPhone {
    return {
      number: this.numbers.seal(Buffer.from(phone.e164()), placeOf(context, 'number')),
      mask: this.masks.seal(Buffer.from(phone.lastTwo), placeOf(context, 'mask')),
      index: this.index(phone),
      country: countryOf(phone),
      canBeTexted: phone.canBeTexted,
    };
  }

  openNumber(sealed: Uint8Array, context: SealContext): PhoneNumber {
    return PhoneNumber.fromE164(text(this.numbers.open(sealed, placeOf(context, 'number'))));
  }

  openMask(sealed: Uint8Array, context: SealContext): string {
    return text(this.masks.open(sealed, placeOf(context, 'mask')));
  }

  index(phone: PhoneNumber): string {
    const { key } = this.ring.newest('index');
    return createHmac('sha256', key).update(`number\n${phone.e164()}`).digest('base64url');
  }
}

/** Decision 30: company, employee, factor id, field. */
function placeOf({ companyId, userId, factorId }: SealContext, field: string): readonly string[] {
  return [companyId, userId, factorId, field];
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
