/** Binds the SendPauseStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { sendPauseStoreContract } from './send-pause-store.contract.js';

describe('SendPauseStore on PostgreSQL', () => {
  sendPauseStoreContract(() => createTestDatabase());
});
