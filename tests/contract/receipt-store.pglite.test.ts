/** Binds the ReceiptStore contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { receiptStoreContract } from './receipt-store.contract.js';

describe('ReceiptStore on PGlite', () => {
  receiptStoreContract(() => createPgliteTestDatabase());
});
