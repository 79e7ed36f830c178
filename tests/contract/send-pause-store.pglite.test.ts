/** Binds the SendPauseStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { sendPauseStoreContract } from './send-pause-store.contract.js';

describe('SendPauseStore on PGlite', () => {
  sendPauseStoreContract(() => createPgliteTestDatabase());
});
