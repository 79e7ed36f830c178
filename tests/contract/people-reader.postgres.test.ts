/** Binds the PeopleReader contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { peopleReaderContract } from './people-reader.contract.js';

describe('PeopleReader on PostgreSQL', () => {
  peopleReaderContract(() => createTestDatabase());
});
