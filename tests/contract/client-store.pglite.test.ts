/** Binds the ClientStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { clientStoreContract } from './client-store.contract.js';

describe('ClientStore on PGlite', () => {
  clientStoreContract(() => createPgliteTestDatabase());
});
