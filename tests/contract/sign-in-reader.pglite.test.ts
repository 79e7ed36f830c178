/** Binds the SignInReader contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { signInReaderContract } from './sign-in-reader.contract.js';

describe('SignInReader on PGlite', () => {
  signInReaderContract(() => createPgliteTestDatabase());
});
