/** Binds the RosterStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { rosterStoreContract } from './roster-store.contract.js';

describe('RosterStore on PostgreSQL', () => {
  rosterStoreContract(() => createTestDatabase());
});
