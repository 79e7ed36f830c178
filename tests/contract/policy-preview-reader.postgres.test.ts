/** Binds the PolicyPreviewReader contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { policyPreviewReaderContract } from './policy-preview-reader.contract.js';

describe('PolicyPreviewReader on PostgreSQL', () => {
  policyPreviewReaderContract(() => createTestDatabase());
});
