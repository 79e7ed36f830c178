/** Rows of phone factors as the ports know them. */

import type { StoredPhone } from '../../app/ports/sign-in-reader.js';
import type { FactorId } from '../../domain/ids.js';
import type { factors } from './schema/people.js';

export function toStoredPhone(row: typeof factors.$inferSelect): StoredPhone {
  return {
    factorId: row.factorId as FactorId,
    version: row.version,
    state: row.state,
    sealedNumber: row.sealedNumber,
    sealedMask: row.sealedMask,
    index: row.numberIndex,
    country: row.country,
    canBeTexted: row.canBeTexted,
    holders: 0,
    failures: row.state === 'pending' ? row.failures : 0,
  };
}
