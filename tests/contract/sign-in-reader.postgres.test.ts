/** Binds the SignInReader contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { signInReaderContract } from './sign-in-reader.contract.js';

describe('SignInReader on PostgreSQL', () => {
  signInReaderContract(() => createTestDatabase());
});
