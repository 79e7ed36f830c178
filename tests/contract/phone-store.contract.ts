/** What every PhoneStore does, whatever it stands on. */

import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { PostgresPhoneStore } from '../../src/adapters/postgres/phone-store.js';
import { PostgresSignInReader } from '../../src/adapters/postgres/sign-in-reader.js';
import type { StepUpUse } from '../../src/app/ports/step-up.js';
import type { ClientId, EmployeeRef, UserId } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newCompany, newEnrolled, newStepUp } from '../support/postgres-people.js';

const OPTIONAL = { ...data.REQUIRED, mode: 'optional', enforceFrom: null } as const;

export function phoneStoreContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const store = () => new PostgresPhoneStore(db.database);
  const remove = (employee: EmployeeRef, stepUp: StepUpUse | null) =>
    store().remove(employee, stepUp, data.auditOf('factor.removed', employee));
  const view = (employee: EmployeeRef, stepUp: StepUpUse | null) =>
    store().view(employee, stepUp, data.auditOf('phone.viewed', employee));
  const held = async (employee: EmployeeRef) => {
    const read = await new PostgresSignInReader(db.database).read(employee);
    return read.kind === 'found' && read.person.activePhone?.factorId;
  };
  const factsOf = async ({ companyId, userId }: EmployeeRef, kind: string) => {
    const page = { limit: 50, cursor: null };
    const log = new PostgresAuditLog(db.database);
    const { items } = await log.list(companyId, page, { userId, kind });
    return items.map(({ facts }) => facts);
  };
  async function setUp() {
    const companyId = await newCompany(db.database, OPTIONAL);
    return newEnrolled(db.database, companyId);
  }

  it('removes the phone with the step-up and its trace, and answers what it removed', async () => {
    const { employee, phone } = await setUp();
    const stepUp = await newStepUp(db.database, { employee, phone }, 'remove_phone');
    expect(await remove(employee, stepUp)).toMatchObject({ factorId: phone.factorId });
    expect(await held(employee)).toBeUndefined();
    expect(await factsOf(employee, 'factor.removed')).toEqual([
      expect.objectContaining({ factorId: phone.factorId }),
    ]);
    expect(await remove(employee, stepUp)).toBe('no_factor');
  });

  it('R048: acts for the approved challenge of this client, person, company and action alone', async () => {
    const { employee, phone } = await setUp();
    const other = await newEnrolled(db.database, employee.companyId);
    const own = await newStepUp(db.database, { employee, phone }, 'view_phone');
    const theirs = await newStepUp(db.database, other, 'view_phone');
    const pending = { ...own, challengeId: data.newChallengeId() };
    for (const use of [
      null,
      pending,
      { ...own, action: 'remove_phone' as const },
      { ...own, clientId: 'client-2' as ClientId },
      { ...own, userId: other.employee.userId },
      { ...own, companyId: data.newCompanyId() },
      { ...theirs, userId: employee.userId },
    ]) {
      expect(await view(employee, use)).toBe('step_up_unusable');
    }
    expect(await factsOf(employee, 'phone.viewed')).toEqual([]);
    expect(await view(employee, own)).toMatchObject({ factorId: phone.factorId });
    expect(await view(employee, own)).toBe('step_up_unusable');
    expect(await factsOf(employee, 'phone.viewed')).toHaveLength(1);
  });

  it('R048: lets one of twenty parallel acts through', async () => {
    const { employee, phone } = await setUp();
    const stepUp = await newStepUp(db.database, { employee, phone }, 'view_phone');
    const views = await Promise.all(Array.from({ length: 20 }, () => view(employee, stepUp)));
    expect(views.filter((seen) => seen !== 'step_up_unusable')).toHaveLength(1);
    expect(await factsOf(employee, 'phone.viewed')).toHaveLength(1);
  });

  it('R048: is told no five minutes after the approval', async () => {
    const { employee, phone } = await setUp();
    const age = async (seconds: number) => {
      const stepUp = await newStepUp(db.database, { employee, phone }, 'view_phone');
      const text = `UPDATE attempts SET created_at = clock_timestamp() - $2::integer * interval '1 second' WHERE id = $1`;
      await db.database.query(({ rows }) =>
        rows({ name: '', text }, [stepUp.challengeId, seconds]),
      );
      return view(employee, stepUp);
    };
    expect(await age(301)).toBe('step_up_unusable');
    expect(await age(200)).toMatchObject({ factorId: phone.factorId });
  });

  it('keeps the last factor where one is required, and the step-up with it', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const stepUp = await newStepUp(db.database, { employee, phone }, 'remove_phone');
    expect(await remove(employee, stepUp)).toBe('last_factor');
    expect(await held(employee)).toBe(phone.factorId);
    const uses = await db.database.query(({ rows }) =>
      rows({ name: '', text: 'SELECT 1 FROM step_up_uses WHERE challenge_id = $1' }, [
        stepUp.challengeId,
      ]),
    );
    expect(uses).toEqual([]);
  });

  it('knows nobody who is not there', async () => {
    const { employee } = await setUp();
    const nobody = { ...employee, userId: 'nobody' as UserId };
    expect([await remove(nobody, null), await view(nobody, null)]).toEqual([
      'employee_not_found',
      'employee_not_found',
    ]);
  });
}
