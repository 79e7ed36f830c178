/** Binds the MessageStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { messageStoreContract } from './message-store.contract.js';

describe('MessageStore on PGlite', () => {
  messageStoreContract(() => createPgliteTestDatabase());
});
