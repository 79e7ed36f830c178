/** Binds the ActivityReader contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { activityReaderContract } from './activity-reader.contract.js';

describe('ActivityReader on PGlite', () => {
  activityReaderContract(() => createPgliteTestDatabase());
});
