/** Contract cases of what was approved or put off on a page: redeemed once, by the right secrets, in time. */

import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import type { Attempt, Redemption } from '../../src/app/ports/attempt-ledger.js';
import type { ChallengeId, ClientId } from '../../src/domain/ids.js';
import { REDEEM_AGAIN_MS, REDEEM_WITHIN_MS } from '../../src/domain/limits.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { clock, later, newEnrolled } from '../support/postgres-people.js';

const EXCHANGE = { nonceDigest: 'nonce', returnCodeHash: 'hash' };

export function redeemCases(database: () => TestDatabase['database']): void {
  const setUp = async (over: Partial<Attempt> = {}) => {
    const { employee, phone } = await newEnrolled(database());
    const ledger = new PostgresAttemptLedger(database(), clock);
    const attempt = data.attemptOn(employee, phone, { exchange: EXCHANGE, ...over });
    const { challengeId, clientId } = attempt;
    const redeem = (with_: Partial<Redemption> = {}) =>
      ledger.redeem({ challengeId, clientId, ...EXCHANGE, ...with_ });
    const cancel = (reason: 'canceled' | 'skipped', exchange: Attempt['exchange']) => {
      const about = { challengeId, clientId, ...employee, attemptId: data.newAttemptId() };
      const cancellation = {
        ...about,
        purpose: 'sign_in',
        action: null,
        reason,
        exchange,
      } as const;
      return ledger.cancel(cancellation, later());
    };
    return { ledger, attempt, redeem, cancel, employee };
  };
  const age = (id: ChallengeId, column: 'created_at' | 'redeemed_at', ms: number) =>
    database().query(({ rows }) =>
      rows(
        {
          name: `test_age_${column}`,
          text: `UPDATE attempts SET ${column} = ${column} - interval '1 millisecond' * $2::integer WHERE id = $1`,
        },
        [id, ms],
      ),
    );

  it('gives the approval, and the same one with the same instant again', async () => {
    const { ledger, attempt, redeem } = await setUp();
    const approved = await ledger.record(attempt, later());
    if (approved.kind !== 'approved') throw new Error(approved.kind);
    const first = await redeem();
    expect(first).toEqual({
      kind: 'redeemed',
      approval: approved.approval,
      redeemedAt: expect.any(Number) as unknown,
    });
    expect(await redeem()).toEqual(first);
    await age(attempt.challengeId, 'created_at', REDEEM_WITHIN_MS * 2);
    const { redeemedAt } = first as { redeemedAt: number };
    expect(await redeem()).toMatchObject({ kind: 'redeemed', redeemedAt });
  });

  it('R072, decision 24: of fifty at once all get the same instant', async () => {
    const { ledger, attempt, redeem } = await setUp();
    await ledger.record(attempt, later());
    const answers = await Promise.all(Array.from({ length: 50 }, () => redeem()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ kind: 'redeemed' });
  });

  it('decision 24: is over five minutes after the approval, and two after the first exchange', async () => {
    const late = await setUp();
    await late.ledger.record(late.attempt, later());
    await age(late.attempt.challengeId, 'created_at', REDEEM_WITHIN_MS);
    expect(await late.redeem()).toEqual({ kind: 'expired' });

    const second = await setUp();
    await second.ledger.record(second.attempt, later());
    await second.redeem();
    await age(second.attempt.challengeId, 'redeemed_at', REDEEM_AGAIN_MS);
    expect(await second.redeem()).toEqual({ kind: 'redeemed_before' });
  });

  it.each([
    { nonceDigest: 'other' },
    { returnCodeHash: 'other' },
    { clientId: 'other' as ClientId },
    { challengeId: 'other' as ChallengeId },
  ])('R090: knows nothing for %j, before and after it was redeemed', async (wrong) => {
    const { ledger, attempt, redeem } = await setUp();
    await ledger.record(attempt, later());
    expect(await redeem(wrong)).toEqual({ kind: 'not_found' });
    await redeem();
    expect(await redeem(wrong)).toEqual({ kind: 'not_found' });
    await age(attempt.challengeId, 'redeemed_at', REDEEM_AGAIN_MS);
    expect(await redeem(wrong)).toEqual({ kind: 'not_found' });
  });

  it('R090: redeems nothing that was approved through the API', async () => {
    const { ledger, attempt, redeem } = await setUp({ exchange: null });
    await ledger.record(attempt, later());
    expect(await redeem()).toEqual({ kind: 'not_found' });
  });

  it('never withdraws what was redeemed: there is a token of it', async () => {
    const { ledger, attempt, redeem } = await setUp();
    await ledger.record(attempt, later());
    const first = await redeem();
    await ledger.withdraw(attempt);
    expect(await redeem()).toEqual(first);
  });

  it('R052: tells a skip to whoever holds its secrets, for five minutes, and no cancellation to anybody', async () => {
    const skipped = await setUp();
    expect(await skipped.cancel('skipped', EXCHANGE)).toBe('canceled');
    expect(await skipped.redeem()).toEqual({ kind: 'skipped' });
    expect(await skipped.redeem({ returnCodeHash: 'other' })).toEqual({ kind: 'not_found' });
    await age(skipped.attempt.challengeId, 'created_at', REDEEM_WITHIN_MS);
    expect(await skipped.redeem()).toEqual({ kind: 'expired' });
    const canceled = await setUp();
    await canceled.cancel('canceled', null);
    expect(await canceled.redeem()).toEqual({ kind: 'not_found' });
  });

  it('says how a challenge ended, to its own client', async () => {
    const { ledger, attempt } = await setUp();
    const { challengeId, clientId } = attempt;
    expect(await ledger.readEnding(challengeId, clientId)).toBeUndefined();
    await ledger.record(attempt, later());
    const { returnCodeHash } = EXCHANGE;
    expect(await ledger.readEnding(challengeId, clientId)).toEqual({
      outcome: 'approved',
      returnCodeHash,
    });
    expect(await ledger.readEnding(challengeId, 'other' as ClientId)).toBeUndefined();
    const other = await setUp();
    await other.cancel('canceled', null);
    expect(await other.ledger.readEnding(other.attempt.challengeId, clientId)).toEqual({
      outcome: 'canceled',
      returnCodeHash: null,
    });
  });

  it('decision 22: an approval says which action it is for', async () => {
    const { employee, phone } = await newEnrolled(database());
    const ledger = new PostgresAttemptLedger(database(), clock);
    const plain = data.attemptOn(employee, phone);
    const subject = { ...plain.subject, purpose: 'step_up', action: 'weaken_policy' } as const;
    expect(await ledger.record({ ...plain, subject }, later())).toMatchObject({
      approval: { purpose: 'step_up', action: 'weaken_policy' },
    });
  });
}
