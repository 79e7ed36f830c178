/** Binds the EmployeeStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { employeeStoreContract } from './employee-store.contract.js';

describe('EmployeeStore on PGlite', () => {
  employeeStoreContract(() => createPgliteTestDatabase());
});
