/** The factory of signing keys over the key ring runs its contract. */

import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

import { KeyRing } from '../../src/adapters/crypto/key-ring.js';
import { CryptoSigningKeyFactory } from '../../src/adapters/crypto/signing-keys.js';
import { describeSigningKeyFactory } from './signing-key-factory.contract.js';

const make = (): CryptoSigningKeyFactory =>
  new CryptoSigningKeyFactory(KeyRing.fromSetting(randomBytes(32).toString('base64')));

describeSigningKeyFactory('crypto', make);

it('an opened key shows nothing but its id when printed', () => {
  const factory = make();
  const key = factory.open(factory.make());
  const shown = inspect(key, { showHidden: true, depth: 9, customInspect: false });
  expect(shown).toBe(`Es256Key { kid: '${key.kid}' }`);
  expect(JSON.stringify(key)).toBe(JSON.stringify({ kid: key.kid }));
});
