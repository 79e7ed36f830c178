/** How a proven number takes another's place, on every AttemptLedger. */

import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import type { Database } from '../../src/adapters/postgres/database.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresMessageStore } from '../../src/adapters/postgres/message-store.js';
import { PostgresSignInReader } from '../../src/adapters/postgres/sign-in-reader.js';
import type { EmployeeRef } from '../../src/domain/ids.js';
import * as data from '../support/postgres-data.js';
import {
  clock,
  later,
  ledgerOn,
  newEnrolled,
  newStepUp,
  sendToChange,
  type Pending,
} from '../support/postgres-people.js';

const ROUNDS = 100;

export function changeCases(database: () => Database): void {
  const ledger = () => ledgerOn(database());
  const messages = () => new PostgresMessageStore(database());
  const codeOn = ({ employee, challengeId, phone }: Pending, matched = true) => {
    const attempt = data.attemptOn(employee, phone, { challengeId, matched });
    return { ...attempt, subject: { ...attempt.subject, purpose: 'change_phone' as const } };
  };
  const activeOf = async (employee: EmployeeRef) => {
    const read = await new PostgresSignInReader(database()).read(employee);
    return read.kind === 'found' ? read.person.activePhone?.factorId : undefined;
  };
  const countOf = async ({ companyId, userId }: EmployeeRef, kind: string) => {
    const log = new PostgresAuditLog(database());
    const { items } = await log.list(companyId, { limit: 50, cursor: null }, { userId, kind });
    return items.length;
  };
  const settle = (
    change: Awaited<ReturnType<typeof sendToChange>>,
    kind: 'accepted' | 'rejected',
  ) =>
    messages().settle(
      change.messageId,
      kind === 'accepted'
        ? { kind, providerId: 'SM1' }
        : { kind, reason: 'unreachable', providerCode: null },
      data.auditOf('send.accepted', change.employee),
    );

  it('R050: keeps the old number until the code of the new one is approved, and then only the new', async () => {
    const enrolled = await newEnrolled(database());
    const { employee, phone } = enrolled;
    const change = await sendToChange(database(), enrolled);
    await ledger().record(codeOn(change, false), later());
    expect(await activeOf(employee)).toBe(phone.factorId);
    const signIn = await ledger().record(data.attemptOn(employee, phone), later());
    expect(signIn).toMatchObject({ kind: 'approved' });
    const approval = await ledger().record(codeOn(change), later());
    expect(approval).toMatchObject({ kind: 'approved', approval: { purpose: 'change_phone' } });
    expect(await activeOf(employee)).toBe(change.phone.factorId);
    const old = await ledger().record(data.attemptOn(employee, phone), later());
    expect(old).toEqual({ kind: 'factor_gone' });
    expect(await countOf(employee, 'factor.changed')).toBe(1);
  });

  it('uses up no leave to enrol', async () => {
    const enrolled = await newEnrolled(database());
    const { employee } = enrolled;
    const text = `INSERT INTO grants (company_id, user_id, kind, reason, expires_at)
      VALUES ($1, $2, 'invitation', 'left over', clock_timestamp() + interval '1 day')`;
    await database().query(({ rows }) =>
      rows({ name: '', text }, [employee.companyId, employee.userId]),
    );
    await ledger().record(codeOn(await sendToChange(database(), enrolled)), later());
    const found = await new PostgresEmployeeStore(database()).get(employee);
    expect(found?.openGrant).not.toBeNull();
  });

  it('R047: takes no number for a change whose step-up was given back with its refused send', async () => {
    const enrolled = await newEnrolled(database());
    const change = await sendToChange(database(), enrolled);
    await settle(change, 'rejected');
    expect(await ledger().record(codeOn(change), later())).toEqual({ kind: 'factor_gone' });
    expect(await activeOf(enrolled.employee)).toBe(enrolled.phone.factorId);
  });

  it('gives the step-up back where another change got to the same number first', async () => {
    const enrolled = await newEnrolled(database());
    const { employee } = enrolled;
    await sendToChange(database(), enrolled, 'same-number');
    const stepUp = await newStepUp(database(), enrolled, 'change_phone');
    const audit = data.auditOf('phone.opened', employee);
    const open = (index: string) => {
      const phone = { ...data.phoneOf(index), change: { stepUp } };
      return messages().openPending(data.messageTo(employee), phone, audit);
    };
    await open('same-number');
    expect(await open('another-number')).toMatchObject({ version: 1 });
    expect(await open('a-third')).toBe('step_up_unusable');
  });

  it('keeps the step-up of a send that was accepted', async () => {
    const enrolled = await newEnrolled(database());
    const change = await sendToChange(database(), enrolled);
    await settle(change, 'accepted');
    expect(await ledger().record(codeOn(change), later())).toMatchObject({ kind: 'approved' });
  });

  it('R048: opens one of twenty parallel changes with one step-up', async () => {
    const enrolled = await newEnrolled(database());
    const { employee } = enrolled;
    const stepUp = await newStepUp(database(), enrolled, 'change_phone');
    const audit = data.auditOf('phone.opened', employee);
    const open = () =>
      messages().openPending(
        data.messageTo(employee),
        { ...data.phoneOf(), change: { stepUp } },
        audit,
      );
    const opened = await Promise.all(Array.from({ length: 20 }, open));
    expect(opened.filter((pending) => pending !== 'step_up_unusable')).toHaveLength(1);
  });

  it('corrects a number only on a challenge that a step-up opened', async () => {
    const enrolled = await newEnrolled(database());
    const { employee } = enrolled;
    const { challengeId } = await sendToChange(database(), enrolled);
    const audit = data.auditOf('phone.opened', employee);
    const typo = { ...data.phoneOf(), change: { stepUp: null } };
    const right = await messages().openPending(
      data.messageTo(employee, { challengeId }),
      typo,
      audit,
    );
    expect(right).toMatchObject({ version: 1 });
    const loose = data.messageTo(employee);
    expect(await messages().openPending(loose, typo, audit)).toBe('step_up_unusable');
    const plain = data.messageTo(employee, { challengeId });
    expect(await messages().openPending(plain, data.phoneOf(), audit)).toBe('factor_active');
  });

  it('replaces nothing after a reset, and nothing for another purpose', async () => {
    const enrolled = await newEnrolled(database());
    const { employee } = enrolled;
    const change = await sendToChange(database(), enrolled);
    const signIn = data.attemptOn(employee, change.phone, { challengeId: change.challengeId });
    expect(await ledger().record(signIn, later())).toEqual({ kind: 'factor_gone' });
    const lost = { reason: 'lost', idempotency: null };
    const audit = data.auditOf('factor.reset', employee);
    await new PostgresEmployeeStore(database()).reset(employee, lost, audit);
    expect(await ledger().record(codeOn(change), later())).toEqual({ kind: 'factor_gone' });
    expect(await activeOf(employee)).toBeUndefined();
  });

  it('R049: of two changes side by side makes one number the factor, and the other is gone', async () => {
    const rival = new PostgresAttemptLedger(database(), clock);
    for (let round = 0; round < ROUNDS; round += 1) {
      const enrolled = await newEnrolled(database());
      const one = await sendToChange(database(), enrolled);
      const two = await sendToChange(database(), enrolled);
      const codeOfOneForTwo = codeOn({ ...two, challengeId: one.challengeId });
      const outcomes = await Promise.all([
        ledger().record(codeOn(one), later()),
        rival.record(codeOn(two), later()),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['approved', 'factor_gone']);
      const winner = outcomes[0].kind === 'approved' ? one : two;
      expect(await activeOf(enrolled.employee)).toBe(winner.phone.factorId);
      expect((await ledger().record(codeOfOneForTwo, later())).kind).not.toBe('approved');
      expect(await activeOf(enrolled.employee)).toBe(winner.phone.factorId);
    }
  }, 300_000);
}
