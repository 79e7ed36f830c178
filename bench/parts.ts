/** The parts of Assay that the bench needs by themselves: to seed, and to build its floors of. */

import { CryptoCodeBook } from '../src/adapters/crypto/code-book.js';
import { makeKeyHasher } from '../src/adapters/crypto/digests.js';
import { KeyRing } from '../src/adapters/crypto/key-ring.js';
import { CryptoVault } from '../src/adapters/crypto/vault.js';
import { PgDatabase } from '../src/adapters/postgres/pg-database.js';
import { openRedis } from '../src/compose/pending.js';

export interface BenchSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly masterKey: string;
}

export async function openBenchParts({ databaseUrl, redisUrl, masterKey }: BenchSettings) {
  const ring = KeyRing.fromSetting(masterKey);
  const database = new PgDatabase({
    url: databaseUrl,
    ssl: false,
    maxConnections: 10,
    connectTimeoutMs: 1_500,
    statementTimeoutMs: 60_000,
  });
  const pending = await openRedis({
    url: redisUrl,
    protocol: 3,
    keyHasher: makeKeyHasher(ring),
    events: { storeFault: () => undefined },
  });
  const close = async (): Promise<void> => {
    await pending.close();
    await database.close();
  };
  return {
    ring,
    database,
    pending,
    codes: new CryptoCodeBook(ring),
    vault: new CryptoVault(ring),
    close,
  };
}

export type BenchParts = Awaited<ReturnType<typeof openBenchParts>>;
