/** Request digests over the key ring runs its contract. */

import { CryptoRequestDigests } from '../../src/adapters/crypto/request-digests.js';
import { describeRequestDigests } from './request-digests.contract.js';
import { generationsOf } from './generations.js';

describeRequestDigests('crypto', () => generationsOf((ring) => new CryptoRequestDigests(ring)));
