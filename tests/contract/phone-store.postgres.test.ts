/** Binds the PhoneStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { phoneStoreContract } from './phone-store.contract.js';

describe('PhoneStore on PostgreSQL', () => {
  phoneStoreContract(() => createTestDatabase());
});
