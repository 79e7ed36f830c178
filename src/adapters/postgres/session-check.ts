/** Whether a connection has the settings it was opened with: a pooler may drop them without a word. */

import { z } from 'zod';
import type { Database, Statement } from './database.js';

/** What was asked of the connection does not hold: somebody between us and the server lends it to others. */
export class SessionNotOursError extends Error {
  override readonly name = 'SessionNotOursError';

  constructor() {
    super('the settings of a connection do not hold');
  }
}

const READ_SETTINGS: Statement = {
  name: '',
  text: `
    SELECT current_setting('synchronous_commit') = 'on' AND current_setting('jit') = 'off'
      AND current_setting('statement_timeout') <> '0' AND current_setting('lock_timeout') <> '0'
      AS is_ours`,
};

const settings = z.tuple([z.object({ is_ours: z.boolean() })]);

/** One small read; not for PGlite, which has no such time-outs (decision 39). Throws `SessionNotOursError`. */
export async function assertSession(database: Pick<Database, 'query'>): Promise<void> {
  const rows = await database.query((connection) => connection.rows(READ_SETTINGS, []));
  if (!settings.parse(rows)[0].is_ours) throw new SessionNotOursError();
}
