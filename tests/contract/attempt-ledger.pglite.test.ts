/** Binds the AttemptLedger contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { attemptLedgerContract } from './attempt-ledger.contract.js';

describe('AttemptLedger on PGlite', () => {
  attemptLedgerContract(() => createPgliteTestDatabase());
});
