/** Binds the SigningKeyStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { signingKeyStoreContract } from './signing-key-store.contract.js';

describe('SigningKeyStore on PostgreSQL', () => {
  signingKeyStoreContract(() => createTestDatabase());
});
