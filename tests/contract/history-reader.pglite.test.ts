/** Binds the HistoryReader contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { historyReaderContract } from './history-reader.contract.js';

describe('HistoryReader on PGlite', () => {
  historyReaderContract(() => createPgliteTestDatabase());
});
