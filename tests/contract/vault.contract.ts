/** What every vault must do: the executable form of src/app/ports/vault.ts. */

import { SealBrokenError, type SealContext, type Vault } from '../../src/app/ports/vault.js';
import type { CompanyId, FactorId, UserId } from '../../src/domain/ids.js';
import { PhoneNumber } from '../../src/domain/phone-number.js';

export const PLACE: SealContext = {
  companyId: 'acme' as CompanyId,
  userId: 'u-1' as UserId,
  factorId: 'f-1' as FactorId,
};

export const phoneOf = (written: string): PhoneNumber => {
  const phone = PhoneNumber.parse(written, 'GB');
  if (phone === undefined) throw new TypeError(`not a number: ${written}`);
  return phone;
};

export function describeVault(name: string, make: () => Vault): void {
  describe(`Vault contract: ${name}`, () => {
    const phone = phoneOf('+447700900123');

    it('opens what it sealed, in the place it was sealed for', () => {
      const vault = make();
      const sealed = vault.seal(phone, PLACE);
      expect(vault.openNumber(sealed.number, PLACE).e164()).toBe('+447700900123');
      expect(vault.openMask(sealed.mask, PLACE)).toBe('23');
    });

    it('R094: shows neither the number nor its last digits in what is stored', () => {
      const { number, mask, index } = make().seal(phone, PLACE);
      const stored = [number, mask].map((bytes) => Buffer.from(bytes).toString('latin1'));
      for (const text of [...stored, index]) expect(text).not.toMatch(/900123|7700/);
      expect(stored[1]).not.toMatch(/23$/);
    });

    it('R094: seals the same number differently every time', () => {
      const vault = make();
      const [a, b] = [vault.seal(phone, PLACE), vault.seal(phone, PLACE)];
      expect(Buffer.from(a.number).equals(b.number)).toBe(false);
      expect(Buffer.from(a.mask).equals(b.mask)).toBe(false);
    });

    it.each([
      ['another company', { ...PLACE, companyId: 'other' as CompanyId }],
      ['another employee', { ...PLACE, userId: 'u-2' as UserId }],
      ['another factor', { ...PLACE, factorId: 'f-2' as FactorId }],
      ['shifted ids', { ...PLACE, companyId: 'acm' as CompanyId, userId: 'eu-1' as UserId }],
    ])('R094: does not open in the row of %s', (_name, place) => {
      const vault = make();
      const sealed = vault.seal(phone, PLACE);
      expect(() => vault.openNumber(sealed.number, place)).toThrow(SealBrokenError);
      expect(() => vault.openMask(sealed.mask, place)).toThrow(SealBrokenError);
    });

    it('R094: opens neither field as the other', () => {
      const vault = make();
      const sealed = vault.seal(phone, PLACE);
      expect(() => vault.openNumber(sealed.mask, PLACE)).toThrow(SealBrokenError);
      expect(() => vault.openMask(sealed.number, PLACE)).toThrow(SealBrokenError);
    });

    it('R094: opens nothing with any single bit flipped, cut short, or empty', () => {
      const vault = make();
      const sealed = Buffer.from(vault.seal(phone, PLACE).number);
      for (let bit = 0; bit < sealed.length * 8; bit += 1) {
        const flipped = Buffer.from(sealed);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => vault.openNumber(flipped, PLACE)).toThrow(SealBrokenError);
      }
      for (let length = 0; length < sealed.length; length += 1) {
        expect(() => vault.openNumber(sealed.subarray(0, length), PLACE)).toThrow(SealBrokenError);
      }
    });

    it('indexes the canonical number: equal however it is written, different for others', () => {
      const vault = make();
      const written = ['+447700900123', '07700 900123', '+44 7700 900 123'].map(phoneOf);
      expect(new Set(written.map((each) => vault.index(each))).size).toBe(1);
      expect(vault.seal(phone, PLACE).index).toBe(vault.index(phone));
      expect(vault.index(phoneOf('+447700900124'))).not.toBe(vault.index(phone));
    });
  });
}
