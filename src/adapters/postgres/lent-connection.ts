/** Statements that stand alone, on a connection that PgBouncer lends for one transaction at a time. */

import type pg from 'pg';

type Begin = (client: pg.ClientBase) => Promise<void>;

/**
 * Wraps each statement into a transaction of its own, which brings the settings along; one after the
 * other, since they share the connection. Errors are the driver's.
 */
export class LentConnection {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly begin: Begin,
  ) {}

  query<Row extends pg.QueryResultRow>(
    statement: pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const result = this.#last.then(() => this.#alone<Row>(statement, values));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #alone<Row extends pg.QueryResultRow>(
    statement: pg.QueryConfig,
    values: unknown[] | undefined,
  ): Promise<pg.QueryResult<Row>> {
    await this.begin(this.client);
    const result = await this.client.query<Row>(statement, values).catch(async (error: unknown) => {
      // Behind a statement that hangs nothing else would be answered either: the connection is given up.
      if (isFromServer(error)) await this.client.query('ROLLBACK');
      throw error;
    });
    await this.client.query('COMMIT');
    return result;
  }
}

function isFromServer(error: unknown): boolean {
  return error instanceof Error && 'severity' in error;
}
