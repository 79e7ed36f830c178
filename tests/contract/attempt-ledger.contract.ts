/** What every AttemptLedger does, whatever it stands on. */

import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresSignInReader } from '../../src/adapters/postgres/sign-in-reader.js';
import type { Attempt } from '../../src/app/ports/attempt-ledger.js';
import type { EmployeeRef } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { changeCases } from './attempt-ledger.change.cases.js';
import { redeemCases } from './attempt-ledger.redeem.cases.js';
import { repeatCases } from './attempt-ledger.repeat.cases.js';
import {
  clock,
  later,
  newEmployee,
  newEnrolled,
  sendToPending,
} from '../support/postgres-people.js';

export function attemptLedgerContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  describe('repeats', () => repeatCases(() => db.database));
  describe('redeeming', () => redeemCases(() => db.database));
  describe('changes of number', () => changeCases(() => db.database));

  async function setUp() {
    const ledger = new PostgresAttemptLedger(db.database, clock);
    const enrolled = await newEnrolled(db.database);
    const attempt = (over: Partial<Attempt> = {}) =>
      data.attemptOn(enrolled.employee, enrolled.phone, over);
    const wrong = (over: Partial<Attempt> = {}) =>
      ledger.record(attempt({ matched: false, ...over }), later());
    return { ledger, attempt, wrong, ...enrolled };
  }
  const reset = (employee: EmployeeRef) =>
    new PostgresEmployeeStore(db.database).reset(
      employee,
      { reason: 'lost', idempotency: null },
      data.auditOf('factor.reset', employee),
    );
  const read = async (employee: EmployeeRef) => {
    const found = await new PostgresSignInReader(db.database).read(employee);
    if (found.kind !== 'found') throw new Error(found.kind);
    return found.person;
  };
  const kindsOf = async ({ companyId, userId }: EmployeeRef) => {
    const log = new PostgresAuditLog(db.database);
    const page = { limit: 200, cursor: null };
    const { items } = await log.list(companyId, page, { userId, kind: null });
    return items.map(({ kind }) => kind);
  };

  it('approves a right code with everything the token is made of', async () => {
    const { ledger, attempt, employee } = await setUp();
    const right = attempt({ tokenTtlSeconds: 90 });
    const before = Math.floor((await db.database.ping()).getTime() / 1_000);
    const outcome = await ledger.record(right, later());
    expect(outcome).toEqual({
      kind: 'approved',
      approval: {
        ...employee,
        challengeId: right.challengeId,
        clientId: right.clientId,
        purpose: 'sign_in',
        action: null,
        channels: ['sms'],
        approvedAt: data.ANY_NUMBER,
        tokenTtlSeconds: 90,
        epoch: 2,
      },
    });
    const { approvedAt } = outcome.kind === 'approved' ? outcome.approval : { approvedAt: 0 };
    expect(approvedAt).toBeGreaterThanOrEqual(before);
    expect(approvedAt).toBeLessThanOrEqual(before + 20);
  });

  it('answers the same approval to the same attempt run again', async () => {
    const { ledger, attempt } = await setUp();
    const right = attempt();
    const first = await ledger.record(right, later());
    expect(await ledger.record(right, later())).toEqual(first);
  });

  it('R072: approves a challenge once, whoever comes second', async () => {
    const { ledger, attempt } = await setUp();
    const right = attempt();
    await ledger.record(right, later());
    const second = { ...right, attemptId: data.newAttemptId() };
    expect(await ledger.record(second, later())).toEqual({ kind: 'already_approved' });
    expect(await ledger.record({ ...second, matched: false }, later())).toEqual({
      kind: 'already_approved',
    });
  });

  it('hands an approval over to the same Idempotency-Key and body, and to nobody else', async () => {
    const { ledger, attempt } = await setUp();
    const right = attempt({ idempotency: { key: 'k', fingerprint: 'f' } });
    const first = await ledger.record(right, later());
    const retry = { ...right, attemptId: data.newAttemptId() };
    const other = { ...retry, idempotency: { key: 'k', fingerprint: 'g' } };
    expect(await ledger.reissue(other)).toBe('key_reused');
    expect(await ledger.reissue({ ...other, idempotency: { key: 'j', fingerprint: 'f' } })).toBe(
      undefined,
    );
    expect(await ledger.reissue({ ...retry, clientId: 'client-2' as Attempt['clientId'] })).toBe(
      undefined,
    );
    expect(await ledger.reissue({ ...retry, idempotency: null })).toBe(undefined);
    expect(await ledger.record(other, later())).toEqual({ kind: 'already_approved' });
    expect(await ledger.record(retry, later())).toEqual(first);
    const again = await ledger.reissue({ ...retry, attemptId: data.newAttemptId() });
    expect({ kind: 'approved', approval: again }).toEqual(first);
  });

  it('withdraws its own approval and leaves the code to be entered again', async () => {
    const { ledger, attempt } = await setUp();
    const right = attempt();
    await ledger.record(right, later());
    await ledger.withdraw(right);
    await ledger.withdraw(right);
    const next = { ...right, attemptId: data.newAttemptId() };
    expect(await ledger.record(next, later())).toMatchObject({ kind: 'approved' });
    await ledger.withdraw(right);
    expect(await ledger.record(next, later())).toMatchObject({ kind: 'approved' });
  });

  it('does not withdraw an approval that a retry took over', async () => {
    const { ledger, attempt } = await setUp();
    const right = attempt({ idempotency: { key: 'k', fingerprint: 'f' } });
    await ledger.record(right, later());
    const retry = { ...right, attemptId: data.newAttemptId() };
    const taken = await ledger.reissue(retry);
    await ledger.withdraw(right);
    await ledger.withdraw(retry);
    expect(await ledger.record(retry, later())).toEqual({ kind: 'approved', approval: taken });
  });

  it('keeps no approval whose attempt was withdrawn before it was written', async () => {
    const { ledger, attempt } = await setUp();
    const late = attempt();
    await ledger.withdraw(late);
    await expect(ledger.record(late, later())).rejects.toMatchObject({ part: 'postgres' });
    const next = { ...late, attemptId: data.newAttemptId() };
    expect(await ledger.record(next, later())).toMatchObject({ kind: 'approved' });
  });

  it('writes nothing for an attempt that comes after its deadline', async () => {
    const { ledger, attempt } = await setUp();
    const late = attempt();
    const passed = clock.monotonicMs() - 1;
    await expect(ledger.record(late, passed)).rejects.toMatchObject({ part: 'postgres' });
    const cancellation = { ...late, ...late.subject, reason: 'canceled' as const };
    expect(await ledger.cancel(cancellation, later())).toBe('canceled');
  });

  it('R013: evaluates no sixth guess of a challenge, not even the right one', async () => {
    const { ledger, attempt, wrong } = await setUp();
    const { challengeId } = attempt();
    for (let guess = 1; guess <= 5; guess += 1) {
      expect(await wrong({ challengeId })).toMatchObject({ counter: { failures: guess } });
    }
    expect(await ledger.record(attempt({ challengeId }), later())).toEqual({ kind: 'exhausted' });
    expect(await wrong({ challengeId })).toEqual({ kind: 'exhausted' });
  });

  it('counts a wrong code once per attempt and per Idempotency-Key', async () => {
    const { ledger, attempt } = await setUp();
    const guess = attempt({ matched: false });
    const keyed = attempt({ matched: false, idempotency: { key: 'k', fingerprint: 'f' } });
    await ledger.record(guess, later());
    await ledger.record(guess, later());
    await ledger.record(keyed, later());
    const repeat = await ledger.record({ ...keyed, attemptId: data.newAttemptId() }, later());
    expect(repeat).toMatchObject({ kind: 'failed', counter: { failures: 2, epoch: 1 } });
  });

  it('R018: starts a new epoch of failures with a success', async () => {
    const { ledger, attempt, wrong, employee } = await setUp();
    await wrong();
    await ledger.record(attempt(), later());
    expect((await read(employee)).counter).toEqual({ epoch: 2, failures: 0, lockedForMs: 0 });
    expect(await wrong()).toMatchObject({ counter: { epoch: 2, failures: 1 } });
  });

  it('R019: locks from the tenth failure on, for longer with each, and refuses the right code', async () => {
    const { ledger, attempt, wrong, employee } = await setUp();
    for (let guess = 1; guess <= 9; guess += 1) {
      expect(await wrong()).toMatchObject({ counter: { failures: guess, lockedForMs: 0 } });
    }
    const tenth = await wrong();
    const lockMs = tenth.kind === 'failed' ? tenth.counter.lockedForMs : 0;
    expect(lockMs).toBeGreaterThan(20_000);
    expect(lockMs).toBeLessThanOrEqual(30_000);
    expect(await ledger.record(attempt(), later())).toMatchObject({ kind: 'locked' });
    const eleventh = await wrong();
    const nextMs = eleventh.kind === 'failed' ? eleventh.counter.lockedForMs : 0;
    expect(nextMs).toBeGreaterThan(50_000);
    expect(nextMs).toBeLessThanOrEqual(60_000);
    expect((await read(employee)).counter.lockedForMs).toBeGreaterThan(0);
  });

  it('R020: disables the factor at fifty failures for good, and says so in the audit', async () => {
    const { ledger, attempt, wrong, employee } = await setUp();
    for (let guess = 1; guess <= 49; guess += 1) await wrong();
    expect(await wrong()).toEqual({ kind: 'disabled' });
    expect(await ledger.record(attempt(), later())).toEqual({ kind: 'disabled' });
    expect((await read(employee)).standing.factor).toMatchObject({ isDisabled: true });
    expect((await kindsOf(employee)).filter((kind) => kind === 'factor.disabled')).toHaveLength(1);
  });

  it('answers that the factor is gone after a reset, for right and wrong codes alike', async () => {
    const { ledger, attempt, wrong, employee } = await setUp();
    await reset(employee);
    expect(await ledger.record(attempt(), later())).toEqual({ kind: 'factor_gone' });
    expect(await wrong()).toEqual({ kind: 'factor_gone' });
    expect((await read(employee)).counter.failures).toBe(0);
  });

  it('holds an approval to the version the code was sent for', async () => {
    const { ledger, attempt } = await setUp();
    const stale = attempt();
    const other = { ...stale, subject: { ...stale.subject, factorVersion: 2 } };
    expect(await ledger.record(other, later())).toEqual({ kind: 'factor_gone' });
  });

  it('lets a challenge end once: canceled or approved', async () => {
    const { ledger, attempt } = await setUp();
    const canceled = attempt();
    const cancellation = { ...canceled, ...canceled.subject, reason: 'skipped' as const };
    expect(await ledger.cancel(cancellation, later())).toBe('canceled');
    expect(await ledger.cancel(cancellation, later())).toBe('canceled');
    expect(await ledger.record(canceled, later())).toEqual({ kind: 'canceled' });
    const approved = attempt();
    await ledger.record(approved, later());
    const tooLate = { ...approved, ...approved.subject, reason: 'canceled' as const };
    expect(await ledger.cancel(tooLate, later())).toBe('approved');
  });

  it('R124: shows every attempt in the audit', async () => {
    const { ledger, attempt, wrong, employee } = await setUp();
    const right = attempt();
    await wrong();
    await ledger.noteLocked(attempt(), later());
    await ledger.record(right, later());
    await ledger.noteReplay({ ...right, attemptId: data.newAttemptId() }, later());
    await ledger.noteReplay(attempt(), later());
    expect((await kindsOf(employee)).slice(0, 4)).toEqual([
      'challenge.replayed',
      'challenge.approved',
      'challenge.locked',
      'challenge.failed',
    ]);
  });

  it('makes a proven number the only factor and uses up one grant', async () => {
    const ledger = new PostgresAttemptLedger(db.database, clock);
    const employee = await newEmployee(db.database);
    const people = new PostgresEmployeeStore(db.database);
    const audit = data.auditOf('enrolment.granted', employee);
    const grant = { kind: 'invitation', reason: 'new', expiresAt: null } as const;
    await people.openGrant(employee, grant, audit);
    await people.openGrant(employee, grant, audit);
    const typo = await sendToPending(db.database, employee);
    const { challengeId, phone } = await sendToPending(db.database, employee);
    const right = data.attemptOn(employee, phone, { challengeId });
    expect(await ledger.record(right, later())).toMatchObject({ kind: 'approved' });
    const person = await read(employee);
    expect(person.activePhone).toMatchObject({ factorId: phone.factorId, state: 'active' });
    expect(person.standing.openGrants).toHaveLength(1);
    expect(await kindsOf(employee)).toContain('factor.enrolled');
    const other = data.attemptOn(employee, typo.phone, { challengeId: typo.challengeId });
    expect(await ledger.record(other, later())).toEqual({ kind: 'factor_gone' });
  });

  it('recognises the number it activated when the approval is run again after a withdrawal', async () => {
    const ledger = new PostgresAttemptLedger(db.database, clock);
    const employee = await newEmployee(db.database);
    const { challengeId, phone } = await sendToPending(db.database, employee);
    const right = data.attemptOn(employee, phone, { challengeId });
    await ledger.record(right, later());
    await ledger.withdraw(right);
    const next = { ...right, attemptId: data.newAttemptId() };
    expect(await ledger.record(next, later())).toMatchObject({ kind: 'approved' });
    const enrolled = (await kindsOf(employee)).filter((kind) => kind === 'factor.enrolled');
    expect(enrolled).toHaveLength(1);
  });

  it('counts guesses at a pending number on that number, and discards it at ten', async () => {
    const ledger = new PostgresAttemptLedger(db.database, clock);
    const employee = await newEmployee(db.database);
    const { phone } = await sendToPending(db.database, employee);
    const guess = () => data.attemptOn(employee, phone, { matched: false });
    for (let count = 1; count <= 9; count += 1) {
      const counter = { epoch: 0, failures: count, lockedForMs: 0 };
      expect(await ledger.record(guess(), later())).toEqual({ kind: 'failed', counter });
    }
    const tenth = guess();
    expect(await ledger.record(tenth, later())).toEqual({ kind: 'exhausted' });
    expect(await ledger.record(tenth, later())).toEqual({ kind: 'exhausted' });
    expect(await ledger.record(guess(), later())).toEqual({ kind: 'factor_gone' });
    expect((await read(employee)).counter.failures).toBe(0);
  });
}
