/** What every maker of request digests must do: the executable form of src/app/ports/request-digests.ts. */

import type { RequestDigests } from '../../src/app/ports/request-digests.js';
import type { ClientId } from '../../src/domain/ids.js';
import type { Generations } from './code-book.contract.js';

const [client, other] = ['c-1' as ClientId, 'c-2' as ClientId];

export function describeRequestDigests(
  name: string,
  make: () => Generations<RequestDigests>,
): void {
  describe(`RequestDigests contract: ${name}`, () => {
    it('R012: knows a nonce again after a rotation, for the same client only', () => {
      const { before, rotating, after } = make();
      const digest = before.nonceDigest('n'.repeat(16), client);
      expect(rotating.nonceDigest('n'.repeat(16), client)).toBe(digest);
      expect(after.nonceDigest('n'.repeat(16), client)).toBe(digest);
      expect(before.nonceDigest('n'.repeat(16), other)).not.toBe(digest);
      expect(before.nonceDigest('m'.repeat(16), client)).not.toBe(digest);
      expect(digest).toMatch(/^[A-Za-z0-9_-]{22}$/);
    });

    it('tells idempotency keys of other clients and operations apart', () => {
      const { before, after } = make();
      const all = [
        before.idempotencyDigest(client, 'start', 'k'),
        before.idempotencyDigest(client, 'verify', 'k'),
        before.idempotencyDigest(other, 'start', 'k'),
        before.idempotencyDigest(client, 'start', 'K'),
        before.idempotencyDigest(client, 'star', 'tk'),
        after.idempotencyDigest(client, 'start', 'k'),
      ];
      expect(new Set(all).size).toBe(all.length);
      expect(before.idempotencyDigest(client, 'start', 'k')).toBe(all[0]);
    });

    it('fingerprints equal JSON alike, whatever the order of its members', () => {
      const { before } = make();
      const a = { code: '123456', nested: { x: 1, y: [1, 2] } };
      const b = { nested: { y: [1, 2], x: 1 }, code: '123456' };
      expect(before.fingerprint(a)).toBe(before.fingerprint(b));
    });

    it('fingerprints other values apart', () => {
      const { before } = make();
      const codes = [
        { code: '123456' },
        { code: '123457' },
        { code: 123456 },
        { code: ['123456'] },
      ];
      const shapes = [{ y: [2, 1] }, { y: [1, 2] }, { y: '1,2' }, { a: null }, { 'a:': null }];
      const bodies: unknown[] = [...codes, ...shapes, {}, [], null, '', 0, false];
      const fingerprints = new Set(bodies.map((body) => before.fingerprint(body)));
      expect(fingerprints.size).toBe(bodies.length);
    });

    it('R005: fingerprints under a key: six digits are not found by trying a million', () => {
      const { before, after } = make();
      const body = { code: '123456' };
      expect(after.fingerprint(body)).not.toBe(before.fingerprint(body));
    });
  });
}
