/** Binds the ReceiptStore contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { receiptStoreContract } from './receipt-store.contract.js';

describe('ReceiptStore on PostgreSQL', () => {
  receiptStoreContract(() => createTestDatabase());
});
