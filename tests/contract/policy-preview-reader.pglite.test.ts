/** Binds the PolicyPreviewReader contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { policyPreviewReaderContract } from './policy-preview-reader.contract.js';

describe('PolicyPreviewReader on PGlite', () => {
  policyPreviewReaderContract(() => createPgliteTestDatabase());
});
