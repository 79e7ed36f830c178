/** What every HistoryReader does, whatever it stands on. */

import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import { PostgresClientStore } from '../../src/adapters/postgres/client-store.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresHistoryReader } from '../../src/adapters/postgres/history-reader.js';
import { PostgresMessageStore } from '../../src/adapters/postgres/message-store.js';
import type { HistoryEntry } from '../../src/app/ports/history-reader.js';
import { CursorInvalidError } from '../../src/app/ports/page.js';
import type { EmployeeRef } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { clock, later, newEmployee, newEnrolled } from '../support/postgres-people.js';

export function historyReaderContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
    const client = {
      ...{ clientId: data.CLIENT, name: 'Shop login', scopes: [], companies: null },
      ...{ returnUrls: [], codeHost: null, credentials: [] },
    };
    await new PostgresClientStore(db.database).create(client, data.auditOf('client.created'));
  });
  afterAll(() => db.close());

  const reader = () => new PostgresHistoryReader(db.database);
  const list = (employee: EmployeeRef, limit = 50, cursor: string | null = null) =>
    reader().list(employee, { limit, cursor });

  /** An SMS to the proven number, begun in a browser. */
  async function send(employee: EmployeeRef, phone: data.Phone) {
    const messages = new PostgresMessageStore(db.database);
    const message = data.messageTo(employee, {
      ...{ factorId: phone.factorId, ipAddress: '192.0.2.7', userAgent: 'Firefox' },
    });
    const facts = { messageId: message.id, purpose: 'sign_in' };
    await messages.open(message, { ...data.auditOf('phone.opened', employee), facts });
    const accepted = { kind: 'accepted', providerId: 'SM1' } as const;
    await messages.settle(message.id, accepted, data.auditOf('send.accepted', employee));
  }

  it('tells who opened the number and why, with the SMS it was opened for', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    await send(employee, phone);
    expect((await list(employee)).items[0]).toEqual({
      ...{ kind: 'opening', purpose: 'sign_in', id: data.ANY_TEXT, at: data.ANY_DATE },
      client: { id: data.CLIENT, name: 'Shop login' },
      actor: { role: 'admin', id: 'boss' },
      message: {
        ...{ kind: 'code', channel: 'sms', country: 'GB', status: 'accepted' },
        ...{ ipAddress: '192.0.2.7', userAgent: 'Firefox' },
      },
    });
  });

  it('tells every code that was entered, newest first, and what was done to the person', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const ledger = new PostgresAttemptLedger(db.database, clock);
    await ledger.record({ ...data.attemptOn(employee, phone), matched: false }, later());
    const reset = { reason: 'phone lost', idempotency: null };
    const audit = { ...data.auditOf('factor.reset', employee), facts: { reason: 'phone lost' } };
    await new PostgresEmployeeStore(db.database).reset(employee, reset, audit);
    const told = (await list(employee)).items.map(summary);
    expect(told).toEqual(
      [
        'event factor.reset phone lost',
        'attempt failed sign_in',
        'event factor.enrolled ',
        'attempt approved sign_in',
        'opening null',
        'event employee.listed ',
      ].sort((a, b) => told.indexOf(a) - told.indexOf(b)),
    );
    expect(told).toHaveLength(6);
    expect(told[0]).toBe('event factor.reset phone lost');
    expect(told[1]).toBe('attempt failed sign_in');
  });

  it('pages through everything once', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    for (let n = 0; n < 3; n += 1) await send(employee, phone);
    const whole = (await list(employee)).items;
    const paged: HistoryEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(employee, 2, cursor);
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    await expect(list(employee, 2, 'bm90aGluZw')).rejects.toThrow(CursorInvalidError);
  });

  it('tells nothing of anybody else', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    await send(employee, phone);
    const colleague = await newEmployee(db.database, employee.companyId);
    expect((await list(colleague)).items.map(summary)).toEqual(['event employee.listed ']);
    const namesake = { ...employee, companyId: data.newCompanyId() };
    expect((await list(namesake)).items).toEqual([]);
  });
}

function summary(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'attempt':
      return `attempt ${entry.result} ${entry.purpose}`;
    case 'opening':
      return `opening ${String(entry.purpose)}`;
    case 'event':
      return `event ${entry.event} ${entry.reason ?? ''}`;
  }
}
