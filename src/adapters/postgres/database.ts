/** The one abstraction over both drivers: statements, transactions, and whether the database is there. */

import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** drizzle's query builder, whatever the driver. */
export type Orm = PgDatabase<PgQueryResultHKT>;

/** Plain SQL. */
export interface Statement {
  /** A hot statement is prepared once per connection under it; empty: planned anew for its values. */
  readonly name: string;
  readonly text: string;
}

/** What a piece of work runs its statements on. */
export interface DatabaseConnection {
  readonly orm: Orm;
  readonly rows: (statement: Statement, values: readonly unknown[]) => Promise<readonly unknown[]>;
}

/**
 * Every method rejects with `StoreUnavailableError('postgres', …)` when the database cannot answer, and
 * with `DatabaseError` when it refuses a statement; neither repeats SQL or values. Whatever else the
 * work throws passes through, and rolls its transaction back.
 */
export interface Database {
  /** Work of independent statements, each committed on its own. */
  query<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result>;
  /** Work of which everything is committed, or nothing. A lost connection leaves it unknown which. */
  transaction<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result>;
  /** True from a failed connection until the next success; recovers by itself. */
  isKnownDown(): boolean;
  /** The database's now, in a round trip of its own. */
  ping(): Promise<Date>;
  /** A database over a connection of its own, for the group commit; PGlite has one alone and shares it. */
  dedicated(options: DedicatedOptions): Database;
  close(): Promise<void>;
}

export interface DedicatedOptions {
  /** After this long without an answer the connection is given up. */
  readonly queryTimeoutMs: number;
  /** After this long behind somebody else's lock the statement fails as a lost race. */
  readonly lockTimeoutMs: number;
}
