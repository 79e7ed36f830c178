/** Binds the HistoryReader contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { historyReaderContract } from './history-reader.contract.js';

describe('HistoryReader on PostgreSQL', () => {
  historyReaderContract(() => createTestDatabase());
});
