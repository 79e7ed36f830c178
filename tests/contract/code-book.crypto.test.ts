/** The code book over the key ring runs its contract. */

import { CryptoCodeBook } from '../../src/adapters/crypto/code-book.js';
import { describeCodeBook } from './code-book.contract.js';
import { generationsOf } from './generations.js';

describeCodeBook('crypto', () => generationsOf((ring) => new CryptoCodeBook(ring)));
