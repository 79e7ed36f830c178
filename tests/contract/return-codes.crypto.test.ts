/** The return codes over the key ring run their contract. */

import { CryptoReturnCodes } from '../../src/adapters/crypto/return-codes.js';
import { generationsOf } from './generations.js';
import { describeReturnCodes } from './return-codes.contract.js';

describeReturnCodes('crypto', () => generationsOf((ring) => new CryptoReturnCodes(ring)));
