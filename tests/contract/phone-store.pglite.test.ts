/** Binds the PhoneStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { phoneStoreContract } from './phone-store.contract.js';

describe('PhoneStore on PGlite', () => {
  phoneStoreContract(() => createPgliteTestDatabase());
});
