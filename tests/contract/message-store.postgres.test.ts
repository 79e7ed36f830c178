/** Binds the MessageStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { messageStoreContract } from './message-store.contract.js';

describe('MessageStore on PostgreSQL', () => {
  messageStoreContract(() => createTestDatabase());
});
