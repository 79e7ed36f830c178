/** Binds the PeopleReader contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { peopleReaderContract } from './people-reader.contract.js';

describe('PeopleReader on PGlite', () => {
  peopleReaderContract(() => createPgliteTestDatabase());
});
