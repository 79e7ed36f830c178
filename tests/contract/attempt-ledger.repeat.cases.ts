/** Contract cases of attempts that come again: under an Idempotency-Key, and after an approval. */

import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import type { Attempt } from '../../src/app/ports/attempt-ledger.js';
import type { EmployeeRef } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { clock, later, newEnrolled } from '../support/postgres-people.js';

const KEY = { key: 'k', fingerprint: 'f' };
const again = (attempt: Attempt, over: Partial<Attempt> = {}): Attempt => ({
  ...attempt,
  attemptId: data.newAttemptId(),
  ...over,
});

export function repeatCases(database: () => TestDatabase['database']): void {
  const setUp = async () => {
    const { employee, phone } = await newEnrolled(database());
    const ledger = new PostgresAttemptLedger(database(), clock);
    const attempt = (over: Partial<Attempt>) => data.attemptOn(employee, phone, over);
    return { employee, ledger, attempt };
  };
  const kindsOf = async ({ companyId, userId }: EmployeeRef) => {
    const page = { limit: 200, cursor: null };
    const log = new PostgresAuditLog(database());
    const { items } = await log.list(companyId, page, { userId, kind: null });
    return items.map(({ kind }) => kind);
  };

  it('hands no approval over once its token has expired, and notes the replay (R016, decision 16)', async () => {
    const { employee, ledger, attempt } = await setUp();
    const right = attempt({ idempotency: KEY, tokenTtlSeconds: 0 });
    expect(await ledger.record(right, later())).toMatchObject({ kind: 'approved' });
    expect(await ledger.reissue(again(right))).toBeUndefined();
    const other = { key: 'k', fingerprint: 'g' };
    expect(await ledger.reissue(again(right, { idempotency: other }))).toBeUndefined();
    expect(await ledger.record(again(right), later())).toEqual({ kind: 'already_approved' });
    expect((await kindsOf(employee))[0]).toBe('challenge.replayed');
  });

  it('R016, R124: notes each code that comes after the approval once', async () => {
    const { employee, ledger, attempt } = await setUp();
    const right = attempt({});
    await ledger.record(right, later());
    const replay = again(right);
    await ledger.record(replay, later());
    await ledger.record(replay, later());
    await ledger.record(again(right, { matched: false }), later());
    const replays = (await kindsOf(employee)).filter((kind) => kind === 'challenge.replayed');
    expect(replays).toHaveLength(2);
  });

  it('R018, V43: counts another code under the same key as another failure', async () => {
    const { ledger, attempt } = await setUp();
    const wrong = attempt({ matched: false, idempotency: KEY });
    expect(await ledger.record(wrong, later())).toMatchObject({ counter: { failures: 1 } });
    expect(await ledger.record(again(wrong), later())).toMatchObject({ counter: { failures: 1 } });
    const otherCode = again(wrong, { idempotency: { key: 'k', fingerprint: 'g' } });
    expect(await ledger.record(otherCode, later())).toMatchObject({ counter: { failures: 2 } });
  });

  it('R014: counts a wrong code that came before the number of its enrolment was on record', async () => {
    const { ledger, attempt } = await setUp();
    const early = attempt({ matched: false });
    const factorId = data.newFactorId();
    const subject = {
      ...early.subject,
      factorId,
      factorState: 'pending',
      isSending: true,
    } as const;
    const guess = { ...early, subject };
    const counter = { epoch: 0, failures: 0, lockedForMs: 0 };
    expect(await ledger.record(guess, later())).toEqual({ kind: 'failed', counter });
    for (let n = 0; n < 5; n += 1) {
      expect(await ledger.record(guess, later())).toEqual({ kind: 'failed', counter });
    }
    for (let n = 2; n <= 5; n += 1) await ledger.record(again(guess), later());
    expect(await ledger.record(again(guess), later())).toEqual({ kind: 'exhausted' });
    const settled = again(guess, { subject: { ...subject, isSending: false } });
    expect(await ledger.record(settled, later())).toEqual({ kind: 'factor_gone' });
  });
}
