/** What every AuditLog does, whatever it stands on. */

import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { CursorInvalidError } from '../../src/app/ports/page.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { clock, later, newCompany, newEnrolled } from '../support/postgres-people.js';

export function auditLogContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const log = () => new PostgresAuditLog(db.database);
  const all = { userId: null, kind: null };
  const first = { limit: 200, cursor: null };

  it('gives back what was appended, with an id and the time in UTC', async () => {
    const companyId = data.newCompanyId();
    const facts = { text: 'é', count: 3, yes: true, none: null, list: ['a', 'b'] };
    const event = { ...data.auditOf('send.unknown', { companyId }), facts };
    await log().append(event);
    const { items } = await log().list(companyId, first, all);
    expect(items).toEqual([{ ...event, id: data.ANY_TEXT, at: data.ANY_DATE }]);
  });

  it('shows a company its own events alone', async () => {
    const [ours, theirs] = [data.newCompanyId(), data.newCompanyId()];
    await log().append(data.auditOf('send.unknown', { companyId: theirs }));
    await log().append(data.auditOf('client.revoked'));
    expect((await log().list(ours, first, all)).items).toEqual([]);
  });

  it('R124: pages newest first through events and attempts, each once', async () => {
    const companyId = await newCompany(db.database);
    const { employee, phone } = await newEnrolled(db.database, companyId);
    const ledger = new PostgresAttemptLedger(db.database, clock);
    for (let round = 0; round < 4; round += 1) {
      await log().append(data.auditOf('send.unknown', employee));
      const guesses = [1, 2].map(() => data.attemptOn(employee, phone, { matched: false }));
      await Promise.all(guesses.map((guess) => ledger.record(guess, later())));
    }
    const whole = (await log().list(companyId, first, all)).items;
    const paged = [];
    let cursor: string | null = null;
    do {
      const page = await log().list(companyId, { limit: 3, cursor }, all);
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    const times = whole.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(whole.filter(({ kind }) => kind === 'challenge.failed')).toHaveLength(8);
  });

  it('tells of an attempt who, where and about what', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const guess = data.attemptOn(employee, phone, { matched: false });
    await new PostgresAttemptLedger(db.database, clock).record(guess, later());
    const filter = { userId: employee.userId, kind: 'challenge.failed' };
    const { items } = await log().list(employee.companyId, first, filter);
    expect(items).toEqual([
      {
        id: data.ANY_TEXT,
        at: data.ANY_DATE,
        kind: 'challenge.failed',
        ...employee,
        clientId: data.CLIENT,
        actor: null,
        correlationId: guess.attemptId,
        facts: { challengeId: guess.challengeId, purpose: 'sign_in', factorId: phone.factorId },
      },
    ]);
  });

  it('shows nothing of a withdrawn approval', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const ledger = new PostgresAttemptLedger(db.database, clock);
    const right = data.attemptOn(employee, phone);
    const before = (await log().list(employee.companyId, first, all)).items;
    await ledger.record(right, later());
    await ledger.withdraw(right);
    expect((await log().list(employee.companyId, first, all)).items).toEqual(before);
  });

  it('filters by person and by kind', async () => {
    const companyId = data.newCompanyId();
    const [anna, bert] = [data.newUserId(), data.newUserId()];
    await log().append(data.auditOf('send.unknown', { companyId, userId: anna }));
    await log().append(data.auditOf('send.accepted', { companyId, userId: anna }));
    await log().append(data.auditOf('send.accepted', { companyId, userId: bert }));
    const count = async (filter: { userId: string | null; kind: string | null }) =>
      (await log().list(companyId, first, filter)).items.length;
    expect(await count({ userId: anna, kind: null })).toBe(2);
    expect(await count({ userId: null, kind: 'send.accepted' })).toBe(2);
    expect(await count({ userId: bert, kind: 'send.unknown' })).toBe(0);
    expect(await count({ userId: null, kind: "'; DROP TABLE audit_events" })).toBe(0);
  });

  it.each([
    'x',
    Buffer.from('{"at":"now","source":"e","n":1}').toString('base64url'),
    Buffer.from('{"at":"2026-02-30 00:00:00+00","source":"e","n":1}').toString('base64url'),
    Buffer.from('{"at":"2026-13-41 00:00:00+00","source":"e","n":1}').toString('base64url'),
  ])('refuses the cursor %s that no page gave', async (cursor) => {
    const list = log().list(data.newCompanyId(), { limit: 2, cursor }, all);
    await expect(list).rejects.toThrow(CursorInvalidError);
  });
}
