/** What every ReceiptStore does, whatever it stands on (R043). */

import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresMessageStore } from '../../src/adapters/postgres/message-store.js';
import { PostgresReceiptStore } from '../../src/adapters/postgres/receipt-store.js';
import type { NewMessage } from '../../src/app/ports/message-store.js';
import type { Receipt } from '../../src/app/ports/receipt-store.js';
import type { UndeliveredReason } from '../../src/domain/delivery.js';
import type { EmployeeRef } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newEnrolled } from '../support/postgres-people.js';

const SENT: Receipt = { providerId: 'SM1', status: 'sent', reason: null, providerCode: null };
const DELIVERED: Receipt = { ...SENT, status: 'delivered' };
const failed = (reason: UndeliveredReason, providerCode: number | null = 30003): Receipt => ({
  ...{ providerId: 'SM1', status: 'undelivered', reason, providerCode },
});

export function receiptStoreContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const messages = () => new PostgresMessageStore(db.database);
  const receipts = () => new PostgresReceiptStore(db.database);

  async function sent(over: Partial<NewMessage> = {}) {
    const { employee, phone } = await newEnrolled(db.database);
    const callbackHash = data.newMessageId();
    const to = { factorId: phone.factorId, callbackHash, ...over };
    const message = data.messageTo(employee, to);
    await messages().open(message, data.auditOf('phone.opened', employee));
    return { employee, message, callbackHash };
  }
  const record = (callbackHash: string, receipt: Receipt) =>
    receipts().record({ ...receipt, callbackHash }, ({ companyId, userId, status, reason }) => ({
      ...data.auditOf('delivery.reported', { companyId, userId }),
      facts: { status, reason },
    }));
  const auditOf = async ({ companyId, userId }: EmployeeRef) => {
    const page = { limit: 50, cursor: null };
    const filter = { userId, kind: 'delivery.reported' };
    const { items } = await new PostgresAuditLog(db.database).list(companyId, page, filter);
    return items.map(({ facts }) => facts['status']).reverse();
  };
  const stateOf = async (employee: EmployeeRef) =>
    (await new PostgresEmployeeStore(db.database).get(employee))?.factor?.state;
  const rowOf = async (messageId: string) => {
    const text = `SELECT provider_id, provider_code, status, delivery_status, delivery_reason
      FROM messages WHERE message_id = $1`;
    const [row] = await db.database.query(({ rows }) => rows({ name: '', text }, [messageId]));
    return row;
  };

  it('R043: each report ten times, in order: one audit row for each change', async () => {
    const { employee, message, callbackHash } = await sent();
    for (const receipt of [SENT, DELIVERED]) {
      const answers = [];
      for (let i = 0; i < 10; i += 1) answers.push(await record(callbackHash, receipt));
      expect(answers.map((each) => each?.hasMoved)).toEqual([true, ...Array(9).fill(false)]);
    }
    expect(await auditOf(employee)).toEqual(['sent', 'delivered']);
    expect(await rowOf(message.id)).toMatchObject({ delivery_status: 'delivered' });
  });

  it.each([
    ['delivered', DELIVERED],
    ['undelivered', failed('temporary')],
  ] as const)('R043: in reverse order, and at the same time: %s stays', async (status, final) => {
    const { employee, message, callbackHash } = await sent();
    const other = status === 'delivered' ? failed('temporary') : DELIVERED;
    await record(callbackHash, final);
    const late = [SENT, other, final, SENT, other];
    await Promise.all(late.map((receipt) => record(callbackHash, receipt)));
    expect(await auditOf(employee)).toEqual([status]);
    expect(await rowOf(message.id)).toMatchObject({ delivery_status: status });
  });

  it('R043: equal reports at the same time are one change', async () => {
    const { employee, callbackHash } = await sent();
    const all = Array.from({ length: 8 }, () => record(callbackHash, DELIVERED));
    const moved = (await Promise.all(all)).filter((each) => each?.hasMoved);
    expect(moved).toHaveLength(1);
    expect(await auditOf(employee)).toEqual(['delivered']);
  });

  it('answers what the report was about', async () => {
    const { employee, message, callbackHash } = await sent();
    const { id, challengeId, factorId } = message;
    expect(await record(callbackHash, failed('temporary'))).toEqual({
      ...employee,
      ...{ id, challengeId, factorId, kind: 'code', channel: 'sms', country: 'GB' },
      ...{ isRepeat: false, status: 'undelivered', reason: 'temporary', hasMoved: true },
    });
    expect(await rowOf(id)).toMatchObject({ provider_code: 30003, delivery_reason: 'temporary' });
  });

  it('an unknown hash moves nothing and audits nothing', async () => {
    const { employee } = await sent();
    expect(await record('nobody', DELIVERED)).toBeUndefined();
    expect(await auditOf(employee)).toEqual([]);
  });

  it('takes the name at the provider from whichever says it first, and believes no other', async () => {
    const { employee, message, callbackHash } = await sent();
    await record(callbackHash, { ...SENT, status: null });
    expect(await rowOf(message.id)).toMatchObject({ provider_id: 'SM1', delivery_status: null });
    await messages().settle(
      message.id,
      { kind: 'unknown' },
      data.auditOf('send.unknown', employee),
    );
    expect(await rowOf(message.id)).toMatchObject({ provider_id: 'SM1', status: 'unknown' });
    expect(await record(callbackHash, { ...DELIVERED, providerId: 'SM2' })).toBeUndefined();
    expect(await rowOf(message.id)).toMatchObject({ delivery_status: null });
    expect(await record(callbackHash, DELIVERED)).toMatchObject({ status: 'delivered' });
  });

  it('a report before the settlement survives it', async () => {
    const { employee, message, callbackHash } = await sent();
    await record(callbackHash, DELIVERED);
    const accepted = { kind: 'accepted', providerId: 'SM1' } as const;
    await messages().settle(message.id, accepted, data.auditOf('send.accepted', employee));
    expect(await rowOf(message.id)).toMatchObject({
      ...{ provider_id: 'SM1', status: 'accepted', delivery_status: 'delivered' },
    });
  });

  it.each<[UndeliveredReason, string]>([
    ['unreachable', 'undeliverable'],
    ['opted_out', 'undeliverable'],
    ['blocked', 'undeliverable'],
    ['temporary', 'active'],
    ['carrier', 'active'],
    ['provider', 'active'],
    ['destination_not_allowed', 'active'],
    ['no_answer', 'active'],
  ])('R044: undelivered as %s leaves the number %s', async (reason, state) => {
    const { employee, callbackHash } = await sent();
    await record(callbackHash, failed(reason));
    expect(await stateOf(employee)).toBe(state);
  });

  it('marks the number for the channel that failed, not for the other', async () => {
    const { employee, message, callbackHash } = await sent({ channel: 'call' });
    await record(callbackHash, failed('unreachable'));
    expect(await stateOf(employee)).toBe('active');
    const text = `SELECT undeliverable_reason, call_undeliverable_reason,
      call_undeliverable_until > clock_timestamp() + interval '23 hours' AS for_a_day
      FROM factors WHERE factor_id = $1`;
    const run = { name: '', text };
    const [row] = await db.database.query(({ rows }) => rows(run, [message.factorId]));
    const marked = { undeliverable_reason: null, call_undeliverable_reason: 'unreachable' };
    expect(row).toEqual({ ...marked, for_a_day: true });
  });

  it('a late report marks no number that was proven since its message left', async () => {
    const { employee, message, callbackHash } = await sent();
    const text = 'UPDATE factors SET last_used_at = clock_timestamp() WHERE factor_id = $1';
    await db.database.query(({ rows }) => rows({ name: '', text }, [message.factorId]));
    expect(await record(callbackHash, failed('unreachable'))).toMatchObject({ hasMoved: true });
    expect(await stateOf(employee)).toBe('active');
  });

  it('of a person who was reset since, the row still learns and no number is marked', async () => {
    const { employee, callbackHash } = await sent();
    const people = new PostgresEmployeeStore(db.database);
    const lost = { reason: 'lost', idempotency: null };
    await people.reset(employee, lost, data.auditOf('factor.reset', employee));
    expect(await record(callbackHash, failed('unreachable'))).toMatchObject({ hasMoved: true });
    expect((await people.get(employee))?.factor).toBeNull();
  });

  it('R044: a message is repeated once, whoever tries and how often', async () => {
    const { employee, message } = await sent();
    const again = () => {
      const over = { factorId: message.factorId, repeatOf: message.id };
      const repeat = data.messageTo(employee, over);
      return messages().open(repeat, data.auditOf('phone.opened', employee));
    };
    const outcomes = await Promise.all([again(), again(), again()]);
    expect(outcomes.sort()).toEqual(['recorded', 'repeated_already', 'repeated_already']);
    expect(await again()).toBe('repeated_already');
  });
}
