/**
 * The floors: bare Express handlers that do what no verify can go without, and nothing else. One writes
 * the same group-committed row and signs, the other spends a plain INSERT on each request.
 */

import type { AddressInfo } from 'node:net';

import express from 'express';

import { CryptoSigningKeyFactory } from '../src/adapters/crypto/signing-keys.js';
import { PostgresAttemptLedger } from '../src/adapters/postgres/attempt-ledger.js';
import { PostgresSigningKeyStore } from '../src/adapters/postgres/signing-key-store.js';
import { newAttemptId } from '../src/app/new-id.js';
import type { Attempt, Approval } from '../src/app/ports/attempt-ledger.js';
import { SigningKeys } from '../src/app/tokens/signing-keys.js';
import { makeTokenSigner } from '../src/app/tokens/token-signer.js';
import { processClock as clock } from '../src/compose/clock.js';
import type { ChallengeId, ClientId } from '../src/domain/ids.js';
import { openBenchParts } from './parts.js';

const env = (name: string): string => process.env[name] ?? '';
const clientId = env('CLIENT_ID') as ClientId;
const parts = await openBenchParts({
  databaseUrl: env('DATABASE_URL'),
  redisUrl: env('REDIS_URL'),
  masterKey: env('ASSAY_MASTER_KEY'),
});
const { database, ring, codes, pending } = parts;
const ledger = new PostgresAttemptLedger(database, clock);
const keys = new SigningKeys({
  store: new PostgresSigningKeyStore(database),
  factory: new CryptoSigningKeyFactory(ring),
  clock,
});
await keys.refresh();
const tokens = makeTokenSigner(keys, 'http://floor.test');

async function attempt(id: ChallengeId, code: string): Promise<Attempt> {
  const attemptId = newAttemptId();
  const outcome = await pending.challenges.attempt({
    id,
    clientId,
    attemptId,
    door: null,
    nonceDigest: null,
    digests: codes.candidates(id, code),
    digits: code.length,
    idempotency: null,
    counter: null,
  });
  if (outcome.kind !== 'match' && outcome.kind !== 'mismatch') throw new Error(outcome.kind);
  const { subject } = outcome;
  const matched = outcome.kind === 'match';
  return {
    challengeId: id,
    attemptId,
    clientId,
    matched,
    subject,
    idempotency: null,
    exchange: null,
    tokenTtlSeconds: 120,
  };
}

async function groupCommitted(made: Attempt): Promise<Approval | undefined> {
  const outcome = await ledger.record(made, clock.monotonicMs() + 2_000);
  return outcome.kind === 'approved' ? outcome.approval : undefined;
}

const INSERT = `INSERT INTO attempts (id, challenge_id, outcome, attempt_id, client_id, company_id, user_id,
  purpose, factor_id, factor_version, channels, token_ttl_seconds, epoch)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'sign_in', $8, 1, '{sms}', 120, 1) RETURNING created_at`;

async function plainInsert(made: Attempt): Promise<Approval | undefined> {
  const { challengeId, attemptId, matched, subject } = made;
  const id = matched ? challengeId : `${challengeId}.${attemptId}`;
  const outcome = matched ? 'approved' : 'failed';
  const { companyId, userId, factorId } = subject;
  const values = [id, challengeId, outcome, attemptId, clientId, companyId, userId, factorId];
  await insertPool.query(INSERT, values);
  if (!matched) return undefined;
  const approvedAt = Math.floor(Date.now() / 1_000);
  const { purpose, channels } = subject;
  return {
    challengeId,
    clientId,
    companyId,
    userId,
    purpose,
    action: null,
    channels,
    approvedAt,
    tokenTtlSeconds: 120,
    epoch: 1,
  };
}

const pg = (await import('pg')).default;
const insertPool = new pg.Pool({ connectionString: env('DATABASE_URL'), max: 10 });

const app = express();
app.disable('x-powered-by');
app.use(express.json());
for (const [floor, record] of [
  ['group', groupCommitted],
  ['insert', plainInsert],
] as const) {
  app.post(`/${floor}/v1/challenges/:id/verify`, async (req, res) => {
    const { code } = req.body as { code: string };
    const approval = await record(await attempt(req.params['id'] as ChallengeId, code));
    if (approval) res.json(tokens.sign(approval, { nonce: null, issuedAt: approval.approvedAt }));
    else res.status(422).json({ code: 'code_incorrect' });
  });
}
const listener = app.listen(0, '127.0.0.1', () => {
  const { port } = listener.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port, pid: process.pid })}\n`);
});
process.once('SIGTERM', () => process.exit(0));
