/** Binds the ClientStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { clientStoreContract } from './client-store.contract.js';

describe('ClientStore on PostgreSQL', () => {
  clientStoreContract(() => createTestDatabase());
});
