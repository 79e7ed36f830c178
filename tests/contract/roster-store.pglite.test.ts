/** Binds the RosterStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { rosterStoreContract } from './roster-store.contract.js';

describe('RosterStore on PGlite', () => {
  rosterStoreContract(() => createPgliteTestDatabase());
});
