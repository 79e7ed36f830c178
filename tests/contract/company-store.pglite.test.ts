/** Binds the CompanyStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { companyStoreContract } from './company-store.contract.js';

describe('CompanyStore on PGlite', () => {
  companyStoreContract(() => createPgliteTestDatabase());
});
