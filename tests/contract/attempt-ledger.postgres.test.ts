/** Binds the AttemptLedger contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { attemptLedgerContract } from './attempt-ledger.contract.js';

describe('AttemptLedger on PostgreSQL', () => {
  attemptLedgerContract(() => createTestDatabase());
});
