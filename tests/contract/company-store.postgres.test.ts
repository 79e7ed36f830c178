/** Binds the CompanyStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { companyStoreContract } from './company-store.contract.js';

describe('CompanyStore on PostgreSQL', () => {
  companyStoreContract(() => createTestDatabase());
});
