/** Turns what a driver throws into errors that repeat no SQL, no parameter and no row. */

import { DrizzleQueryError } from 'drizzle-orm/errors';
import { StoreUnavailableError } from '../../app/errors.js';

/** A statement the database refused for what it says: a bug, or a constraint nobody expected. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly sqlState: string,
    readonly constraint: string | null,
  ) {
    super(constraint === null ? `SQLSTATE ${sqlState}` : `SQLSTATE ${sqlState} (${constraint})`);
  }
}

/**
 * Classes and codes of PostgreSQL's appendix A that say "not now": connection, resources, operator
 * intervention, shutdown, serialisation, lock time-out; and read-only or missing rights, which are the
 * installation's fault and not the caller's (R112, R126).
 */
const NOT_NOW = /^(08|53|57|58|XX|40001|40P01|55P03|25006|42501)/;
const SQL_STATE = /^[0-9A-Z]{5}$/;
const ERRNO = /^E[A-Z_]{2,30}$/;

/** The error to throw instead of `cause`, which stays behind: its fields repeat values. */
export function databaseError(cause: unknown): StoreUnavailableError | DatabaseError {
  const code = text(cause, 'code');
  if (code !== null && SQL_STATE.test(code) && !ERRNO.test(code)) {
    if (NOT_NOW.test(code)) return new StoreUnavailableError('postgres', code);
    return new DatabaseError(code, text(cause, 'constraint'));
  }
  return new StoreUnavailableError(
    'postgres',
    code !== null && ERRNO.test(code) ? code : 'connection',
  );
}

/**
 * For errors out of work that ran statements: drizzle's wrapper repeats SQL and parameters, a driver's
 * own error repeats rows. What the work itself throws is passed on.
 */
export function withoutDetails(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) return databaseError(error.cause);
  return text(error, 'severity') === null ? error : databaseError(error);
}

/** Whether the connection that threw is of no more use, or may still be busy. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof StoreUnavailableError)) return false;
  return (
    !SQL_STATE.test(error.reason) || ERRNO.test(error.reason) || /^(08|57P)/.test(error.reason)
  );
}

function text(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : null;
}
