/** Binds the SigningKeyStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { signingKeyStoreContract } from './signing-key-store.contract.js';

describe('SigningKeyStore on PGlite', () => {
  signingKeyStoreContract(() => createPgliteTestDatabase());
});
