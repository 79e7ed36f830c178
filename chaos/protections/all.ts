/** Every protection that a run can do without, by name. */

import { ATTEMPT_ID, DURABLE_COUNT, UNIQUE_ROW } from './in-postgres.js';
import { CHARGE_FIRST, LUA_HEADER, TTL_AT_FIRST_WRITE } from './in-redis.js';
import type { Protection } from './protection.js';

export const PROTECTIONS: readonly Protection[] = [
  CHARGE_FIRST,
  LUA_HEADER,
  UNIQUE_ROW,
  ATTEMPT_ID,
  DURABLE_COUNT,
  TTL_AT_FIRST_WRITE,
];

/** Throws for a name that no protection has. */
export function protectionNamed(name: string): Protection {
  const found = PROTECTIONS.find((one) => one.name === name);
  if (found) return found;
  throw new Error(`--without takes one of ${PROTECTIONS.map((one) => one.name).join(', ')}`);
}
