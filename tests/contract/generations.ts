/** Key rings of one service before, while and after its master key is replaced. */

import { randomBytes } from 'node:crypto';

import { KeyRing } from '../../src/adapters/crypto/key-ring.js';
import type { Generations } from './code-book.contract.js';

export function generationsOf<Holder>(hold: (ring: KeyRing) => Holder): Generations<Holder> {
  const [old, fresh] = [0, 1].map(() => randomBytes(32).toString('base64'));
  const of = (...keys: (string | undefined)[]) => hold(KeyRing.fromSetting(keys.join(',')));
  return { before: of(old), rotating: of(fresh, old), after: of(fresh) };
}
