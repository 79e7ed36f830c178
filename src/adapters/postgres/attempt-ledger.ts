/** AttemptLedger on PostgreSQL and PGlite: concurrent attempts share one commit. */

import { z } from 'zod';
import type {
  Approval,
  Attempt,
  AttemptLedger,
  Cancellation,
  Ending,
  LedgerOutcome,
  RedeemOutcome,
  Redemption,
} from '../../app/ports/attempt-ledger.js';
import type { Clock } from '../../app/ports/clock.js';
import type { ChallengeId, ClientId } from '../../domain/ids.js';
import { REDEEM_AGAIN_MS, REDEEM_WITHIN_MS } from '../../domain/limits.js';
import {
  ATTEMPT_LIMITS,
  attemptItem,
  cancelItem,
  toApproval,
  toEnd,
  toEnding,
  toOutcome,
  toRedeemed,
  toResults,
  toUnredeemable,
  type AttemptItem,
} from './attempt-rows.js';
import type { Database, DatabaseConnection } from './database.js';
import { GroupCommit } from './group-commit.js';
import {
  KEY_OF_OTHER_BODY,
  READ_ENDING,
  RECORD_ATTEMPTS,
  REDEEM,
  TAKE_OVER_APPROVAL,
  UNREDEEMABLE,
  WITHDRAW,
} from './attempt-statements.js';

/** Most attempts of one statement: a failed batch is replayed row by row (decision 6). */
const BATCH_CAP = 128;
/** Half of a request's deadline, so that a lost write can be repeated within it. */
const WRITE_TIMEOUT_MS = 1_000;
/** One person's row that is locked elsewhere holds the others' attempts up no longer than this, twice. */
const LOCK_TIMEOUT_MS = 350;

export class PostgresAttemptLedger implements AttemptLedger {
  readonly #writes: GroupCommit<AttemptItem, unknown>;
  readonly #own: Database;

  /** `database` serves the rest; the writes get a connection of their own from it. */
  constructor(
    private readonly database: Database,
    clock: Pick<Clock, 'monotonicMs'>,
  ) {
    this.#own = database.dedicated({
      queryTimeoutMs: WRITE_TIMEOUT_MS,
      lockTimeoutMs: LOCK_TIMEOUT_MS,
    });
    const write = (take: () => readonly AttemptItem[]) =>
      this.#own.query((connection) => recordAll(connection, take()));
    this.#writes = new GroupCommit({ write, cap: BATCH_CAP, clock });
  }

  isAvailable(): boolean {
    return !this.#own.isKnownDown() && !this.database.isKnownDown();
  }

  async record(attempt: Attempt, deadlineMs: number): Promise<LedgerOutcome> {
    return toOutcome(await this.#writes.submit(attemptItem('attempt', attempt), deadlineMs));
  }

  async noteLocked(attempt: Attempt, deadlineMs: number): Promise<void> {
    await this.#writes.submit(attemptItem('locked', attempt), deadlineMs);
  }

  async noteReplay(attempt: AttemptName, deadlineMs: number): Promise<void> {
    const { challengeId, attemptId, clientId } = attempt;
    await this.#writes.submit({ op: 'replay', challengeId, attemptId, clientId }, deadlineMs);
  }

  async cancel(cancellation: Cancellation, deadlineMs: number): Promise<'canceled' | 'approved'> {
    return toEnd(await this.#writes.submit(cancelItem(cancellation), deadlineMs));
  }

  async reissue(
    attempt: AttemptName & Pick<Attempt, 'idempotency'>,
  ): Promise<Approval | 'key_reused' | undefined> {
    const { challengeId, attemptId, clientId, idempotency } = attempt;
    if (idempotency === null) return undefined;
    const { key, fingerprint } = idempotency;
    return this.database.query(async ({ rows }) => {
      const [taken] = await rows(TAKE_OVER_APPROVAL, [
        attemptId,
        challengeId,
        clientId,
        key,
        fingerprint,
      ]);
      if (taken !== undefined)
        return toApproval(z.object({ result: z.unknown() }).parse(taken).result);
      const others = await rows(KEY_OF_OTHER_BODY, [challengeId, clientId, key, fingerprint]);
      return others.length > 0 ? 'key_reused' : undefined;
    });
  }

  async redeem(redemption: Redemption): Promise<RedeemOutcome> {
    const { challengeId, clientId, nonceDigest, returnCodeHash } = redemption;
    const secrets = [challengeId, clientId, nonceDigest, returnCodeHash];
    return this.database.query(async ({ rows }) => {
      const [row] = await rows(REDEEM, [...secrets, REDEEM_WITHIN_MS, REDEEM_AGAIN_MS]);
      return row === undefined
        ? toUnredeemable(await rows(UNREDEEMABLE, [...secrets, REDEEM_WITHIN_MS]))
        : toRedeemed(row);
    });
  }

  async readEnding(challengeId: ChallengeId, clientId: ClientId): Promise<Ending | undefined> {
    return this.database.query(async ({ rows }) =>
      toEnding(await rows(READ_ENDING, [challengeId, clientId])),
    );
  }

  async withdraw({
    challengeId,
    attemptId,
  }: Pick<Attempt, 'challengeId' | 'attemptId'>): Promise<void> {
    await this.database.transaction(async ({ rows }) => {
      for (const statement of WITHDRAW) await rows(statement, [challengeId, attemptId]);
    });
  }
}

type AttemptName = Pick<Attempt, 'challengeId' | 'attemptId' | 'clientId'>;

async function recordAll(
  { rows }: Pick<DatabaseConnection, 'rows'>,
  items: readonly AttemptItem[],
) {
  if (items.length === 0) return [];
  const numbered = items.map((item, ord) => ({ ...item, ord }));
  return toResults(await rows(RECORD_ATTEMPTS, [JSON.stringify(numbered), ATTEMPT_LIMITS]));
}
