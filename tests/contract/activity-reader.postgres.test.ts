/** Binds the ActivityReader contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { activityReaderContract } from './activity-reader.contract.js';

describe('ActivityReader on PostgreSQL', () => {
  activityReaderContract(() => createTestDatabase());
});
