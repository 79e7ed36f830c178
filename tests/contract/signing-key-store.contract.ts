/** What every SigningKeyStore does, whatever it stands on. */

import { randomUUID } from 'node:crypto';
import { PostgresSigningKeyStore } from '../../src/adapters/postgres/signing-key-store.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';

export function signingKeyStoreContract(create: () => Promise<TestDatabase>): void {
  const audit = data.auditOf('signing_key.rotated');
  const newKey = () => ({
    kid: randomUUID(),
    publicJwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' },
    sealedPrivateKey: Uint8Array.of(1, 2, 255),
  });

  async function withStore(run: (store: PostgresSigningKeyStore) => Promise<void>) {
    const db = await create();
    try {
      await run(new PostgresSigningKeyStore(db.database));
    } finally {
      await db.close();
    }
  }

  it('lets one of racing first keys stand, in use at once', () =>
    withStore(async (store) => {
      expect((await store.load()).keys).toEqual([]);
      const keys = Array.from({ length: 5 }, newKey);
      await Promise.all(keys.map((key) => store.createFirst(key, audit)));
      const loaded = await store.load();
      expect(loaded.keys).toHaveLength(1);
      const [only] = loaded.keys;
      expect(only).toEqual({
        ...keys.find(({ kid }) => kid === only?.kid),
        createdAt: data.ANY_DATE,
        activeFrom: data.ANY_DATE,
        retiresAt: null,
      });
      expect(only?.activeFrom.getTime()).toBeLessThanOrEqual(loaded.now.getTime());
    }));

  it('R071: publishes a new key before its first use and keeps the old one until later', () =>
    withStore(async (store) => {
      const [first, second, third] = [newKey(), newKey(), newKey()];
      await store.createFirst(first, audit);
      await store.rotate(second, { activeInSeconds: 600, retireOthersInSeconds: 1_800 }, audit);
      const { keys, now } = await store.load();
      const byKid = new Map(keys.map((key) => [key.kid, key]));
      const secondsTo = (instant: Date | null | undefined) =>
        ((instant?.getTime() ?? 0) - now.getTime()) / 1_000;
      expect(secondsTo(byKid.get(second.kid)?.activeFrom)).toBeGreaterThan(590);
      expect(byKid.get(second.kid)?.retiresAt).toBeNull();
      expect(secondsTo(byKid.get(first.kid)?.retiresAt)).toBeGreaterThan(1_790);
      await store.rotate(third, { activeInSeconds: 0, retireOthersInSeconds: 3_600 }, audit);
      const again = (await store.load()).keys.find(({ kid }) => kid === first.kid);
      expect(again?.retiresAt).toEqual(byKid.get(first.kid)?.retiresAt);
    }));

  it('loads no key that is retired', () =>
    withStore(async (store) => {
      await store.createFirst(newKey(), audit);
      const next = newKey();
      await store.rotate(next, { activeInSeconds: 0, retireOthersInSeconds: 0 }, audit);
      expect((await store.load()).keys.map(({ kid }) => kid)).toEqual([next.kid]);
    }));
}
