/** SignInReader on PostgreSQL and PGlite: one statement answers everything a sign-in call decides on. */

import { and, eq } from 'drizzle-orm';
import type { SignInRead, SignInReader, StoredPhone } from '../../app/ports/sign-in-reader.js';
import { foldId, type EmployeeRef, type FactorId } from '../../domain/ids.js';
import type { Database } from './database.js';
import { toStoredPhone } from './phone-rows.js';
import { factors } from './schema/people.js';
import { signInRow, toPerson } from './sign-in-row.js';
import { READ_SIGN_IN } from './statements.js';

export class PostgresSignInReader implements SignInReader {
  constructor(private readonly database: Database) {}

  async read(employee: EmployeeRef): Promise<SignInRead> {
    const folded = [foldId(employee.companyId), foldId(employee.userId)];
    const rows = await this.database.query((connection) => connection.rows(READ_SIGN_IN, folded));
    const row = signInRow.parse(rows[0]);
    if (row.company_id === null) return { kind: 'company_not_found' };
    if (row.company_id !== employee.companyId) return { kind: 'id_conflict', field: 'companyId' };
    if (row.user_id !== null && row.user_id !== employee.userId) {
      return { kind: 'id_conflict', field: 'userId' };
    }
    return { kind: 'found', person: toPerson(row, employee) };
  }

  findPhone(employee: EmployeeRef, factorId: FactorId): Promise<StoredPhone | undefined> {
    return this.#find(employee, eq(factors.factorId, factorId));
  }

  findPending(employee: EmployeeRef, index: string): Promise<StoredPhone | undefined> {
    return this.#find(employee, and(eq(factors.numberIndex, index), eq(factors.state, 'pending')));
  }

  async #find(employee: EmployeeRef, which: ReturnType<typeof and>) {
    const [row] = await this.database.query(({ orm }) =>
      orm
        .select()
        .from(factors)
        .where(
          and(
            eq(factors.companyId, employee.companyId),
            eq(factors.userId, employee.userId),
            which,
          ),
        ),
    );
    return row && toStoredPhone(row);
  }
}
