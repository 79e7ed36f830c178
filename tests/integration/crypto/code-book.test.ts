/** Codes and digests across a rotation of the master key. */

import { randomBytes } from 'node:crypto';

import { CryptoCodeBook } from '../../../src/adapters/crypto/code-book.js';
import { makeKeyHasher } from '../../../src/adapters/crypto/digests.js';
import { KeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { CryptoRequestDigests } from '../../../src/adapters/crypto/request-digests.js';
import type { ChallengeId, ClientId } from '../../../src/domain/ids.js';

const fresh = (): string => randomBytes(32).toString('base64');
const [before, after] = [fresh(), fresh()];
const ringOf = (...keys: string[]): KeyRing => KeyRing.fromSetting(keys.join(','));
const bookOf = (...keys: string[]): CryptoCodeBook => new CryptoCodeBook(ringOf(...keys));
const digestsOf = (...keys: string[]): CryptoRequestDigests =>
  new CryptoRequestDigests(ringOf(...keys));
const request = { challengeId: 'ch-1' as ChallengeId, destination: 0, length: 6 } as const;
const [client, other] = ['c-1' as ClientId, 'c-2' as ClientId];

describe('the code book', () => {
  it('gives a code whose digits lead back to its digest', () => {
    const issued = bookOf(before).issue(request);
    expect(bookOf(before).candidates(request.challengeId, issued.code.digits())).toEqual([
      { keyId: issued.keyId, digest: issued.digest },
    ]);
  });

  it('R012: 100 challenges opened before a rotation verify and resend after it', () => {
    const rotated = bookOf(after, before);
    for (let at = 0; at < 100; at += 1) {
      const each = { ...request, challengeId: `ch-${at}` as ChallengeId };
      const issued = bookOf(before).issue(each);
      const digits = issued.code.digits();
      expect(rotated.candidates(each.challengeId, digits)).toContainEqual({
        keyId: issued.keyId,
        digest: issued.digest,
      });
      expect(rotated.again(each, issued.keyId)?.digits()).toBe(digits);
    }
  });

  it('issues under the newest key, tries every held one, and knows nothing of a dropped one', () => {
    const { keyId } = bookOf(before).issue(request);
    expect(bookOf(after, before).issue(request).keyId).toBe(ringOf(after).keyIds[0]);
    expect(bookOf(after, before).candidates(request.challengeId, '123456')).toHaveLength(2);
    expect(bookOf(after).again(request, keyId)).toBeUndefined();
  });

  it('R005: derives and digests with different keys', () => {
    const ring = ringOf(before);
    expect(ring.newest('code').key).not.toEqual(ring.newest('digest').key);
  });
});

describe('request digests', () => {
  const digests = digestsOf(before);

  it('R012: know a nonce again after a rotation, for the same client only', () => {
    const digest = digests.nonceDigest('n'.repeat(16), client);
    expect(digestsOf(after, before).nonceDigest('n'.repeat(16), client)).toBe(digest);
    expect(digests.nonceDigest('n'.repeat(16), other)).not.toBe(digest);
    expect(digests.nonceDigest('m'.repeat(16), client)).not.toBe(digest);
    expect(digest).not.toContain('nnnn');
  });

  it('tell idempotency keys of other clients and operations apart', () => {
    const all = [
      digests.idempotencyDigest(client, 'start', 'k'),
      digests.idempotencyDigest(client, 'verify', 'k'),
      digests.idempotencyDigest(other, 'start', 'k'),
      digests.idempotencyDigest(client, 'start', 'K'),
      digestsOf(after).idempotencyDigest(client, 'start', 'k'),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(digests.idempotencyDigest(client, 'start', 'k')).toBe(all[0]);
  });

  it('fingerprint equal JSON alike, whatever the order of its members', () => {
    const a = { code: '123456', nested: { x: 1, y: [1, 2] } };
    const b = { nested: { y: [1, 2], x: 1 }, code: '123456' };
    expect(digests.fingerprint(a)).toBe(digests.fingerprint(b));
  });

  it('fingerprint other values apart', () => {
    const bodies = [
      { code: '123456' },
      { code: '123457' },
      { code: 123456 },
      { code: ['123456'] },
      { y: [2, 1] },
      { y: [1, 2] },
      { y: '1,2' },
      {},
      [],
      null,
      '',
      0,
      { a: null },
      { 'a:': null },
    ];
    expect(new Set(bodies.map((body) => digests.fingerprint(body))).size).toBe(bodies.length);
  });

  it('fingerprint under a key: six digits cannot be found by trying a million', () => {
    expect(digestsOf(after).fingerprint({ code: '123456' })).not.toBe(
      digests.fingerprint({ code: '123456' }),
    );
  });
});

it('the key hasher hides ids in the names of keys', () => {
  const hash = makeKeyHasher(ringOf(before));
  expect(hash('acme u-1')).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(hash('acme u-1')).toBe(hash('acme u-1'));
  expect(hash('acme u-2')).not.toBe(hash('acme u-1'));
  expect(makeKeyHasher(ringOf(after))('acme u-1')).not.toBe(hash('acme u-1'));
});
