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
 * intervention, shutdown, serialisation, lock time-out, ended for idling; and read-only, missing rights,
 * a user or database that is refused, which are the installation's fault and not the caller's (R112, R126).
 */
const NOT_NOW = /^(08|53|57|58|XX|28|3D|40001|40P01|55P03|25006|25P0[34]|42501)/;
/**
 * After these a connection is of no use. Read-only: the address may lead to another server by now, and
 * only a new connection finds it. 53 and 28 are said to new connections alone.
 */
const LOST = /^(08|57P|53300|28|3D|25006|25P0[34])/;
const SQL_STATE = /^[0-9A-Z]{5}$/;
const ERRNO = /^E[A-Z_]{2,30}$/;

/** The error to throw instead of `cause`, which stays behind: its fields repeat values. */
export function databaseError(cause: unknown): StoreUnavailableError | DatabaseError {
  if (cause instanceof StoreUnavailableError) return cause;
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
  return !SQL_STATE.test(error.reason) || ERRNO.test(error.reason) || LOST.test(error.reason);
}

function text(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : null;
}
