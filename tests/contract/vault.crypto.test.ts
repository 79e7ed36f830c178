/** The vault over the key ring: its contract, and what only a real cipher and real keys can show. */

import { randomBytes } from 'node:crypto';

import { FieldCipher } from '../../src/adapters/crypto/field-cipher.js';
import { KeyRing } from '../../src/adapters/crypto/key-ring.js';
import { CryptoVault } from '../../src/adapters/crypto/vault.js';
import { SealBrokenError } from '../../src/app/ports/vault.js';
import { describeVault, phoneOf, PLACE } from './vault.contract.js';

const fresh = (): string => randomBytes(32).toString('base64');
const vaultOf = (...keys: string[]): CryptoVault =>
  new CryptoVault(KeyRing.fromSetting(keys.join(',')));
const keyIdOf = (sealed: Uint8Array): string => Buffer.from(sealed).toString('hex', 1, 5);

describeVault('crypto', () => vaultOf(fresh()));

describe('CryptoVault', () => {
  const phone = phoneOf('+447700900123');

  it('R094: 100,000 seals have 100,000 nonces', () => {
    const cipher = new FieldCipher(KeyRing.fromSetting(fresh()), 'seal');
    const plain = Buffer.from('x');
    const nonces = new Set<string>();
    for (let count = 0; count < 100_000; count += 1) {
      nonces.add(Buffer.from(cipher.seal(plain, [])).toString('base64', 5, 17));
    }
    expect(nonces.size).toBe(100_000);
  });

  it('R012: while rotating, opens what the old key sealed and seals with the newest', () => {
    const [before, after] = [fresh(), fresh()];
    const old = vaultOf(before).seal(phone, PLACE);
    const rotating = vaultOf(after, before);
    expect(rotating.openNumber(old.number, PLACE).e164()).toBe('+447700900123');
    expect(rotating.openMask(old.mask, PLACE)).toBe('23');

    const renewed = rotating.seal(phone, PLACE);
    expect(keyIdOf(renewed.number)).toBe(KeyRing.fromSetting(after).keyIds[0]);
    expect(vaultOf(after).openNumber(renewed.number, PLACE).e164()).toBe('+447700900123');
    expect(() => vaultOf(after).openNumber(old.number, PLACE)).toThrow(SealBrokenError);
  });

  it('R094: a number renamed to another held key does not open', () => {
    const [a, b] = [fresh(), fresh()];
    const vault = vaultOf(a, b);
    const sealed = Buffer.from(vault.seal(phone, PLACE).number);
    sealed.write(KeyRing.fromSetting(b).keyIds[0] ?? '', 1, 'hex');
    expect(() => vault.openNumber(sealed, PLACE)).toThrow(SealBrokenError);
  });

  it('seals masks with a key of their own: whoever lists them opens no number', () => {
    const ring = KeyRing.fromSetting(fresh());
    const { number, mask } = new CryptoVault(ring).seal(phone, PLACE);
    const place = (field: string) => [PLACE.companyId, PLACE.userId, PLACE.factorId, field];
    const [numbers, masks] = [new FieldCipher(ring, 'seal'), new FieldCipher(ring, 'mask')];
    expect(Buffer.from(masks.open(mask, place('mask'))).toString()).toBe('23');
    expect(() => masks.open(number, place('number'))).toThrow(SealBrokenError);
    expect(() => numbers.open(mask, place('mask'))).toThrow(SealBrokenError);
  });

  it('indexes with a key of its own', () => {
    expect(vaultOf(fresh()).index(phone)).not.toBe(vaultOf(fresh()).index(phone));
    expect(vaultOf(fresh()).index(phone)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('says nothing but that the seal is broken', () => {
    const vault = vaultOf(fresh());
    expect(() =>
      vault.openNumber(Buffer.from('+447700900123 in clear, no envelope'), PLACE),
    ).toThrow(/^a sealed field does not open$/);
  });
});
