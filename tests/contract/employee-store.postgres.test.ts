/** Binds the EmployeeStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { employeeStoreContract } from './employee-store.contract.js';

describe('EmployeeStore on PostgreSQL', () => {
  employeeStoreContract(() => createTestDatabase());
});
