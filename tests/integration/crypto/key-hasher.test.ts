/** The names of keys in the pending store tell nobody whose they are. */

import { makeKeyHasher } from '../../../src/adapters/crypto/digests.js';
import { generationsOf } from '../../contract/generations.js';

it('the key hasher hides ids behind a key', () => {
  const { before, after } = generationsOf(makeKeyHasher);
  expect(before('acme u-1')).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(before('acme u-1')).toBe(before('acme u-1'));
  expect(before('acme u-2')).not.toBe(before('acme u-1'));
  expect(after('acme u-1')).not.toBe(before('acme u-1'));
});
