/** Where a sign-in began, address and browser, is kept 30 days for the person's own list, then goes (decision 37). */

import type { Database, Statement } from './database.js';

/** Rows of one update: long statements freeze PGlite (decision 39). */
const CHUNK = 500;
const KEPT_DAYS = 30;

const FORGET: Statement = {
  name: '',
  text: `
    UPDATE messages SET ip_address = NULL, user_agent = NULL
    WHERE message_id IN (
      SELECT m.message_id FROM messages m
      WHERE (m.ip_address IS NOT NULL OR m.user_agent IS NOT NULL)
        AND m.created_at < clock_timestamp() - ${KEPT_DAYS} * interval '24 hours'
      LIMIT ${CHUNK} FOR UPDATE SKIP LOCKED)
    RETURNING message_id`,
};

/** For a periodic job; answers how many messages forgot. Rows in use are left to the next run. */
export async function forgetContexts(database: Database): Promise<number> {
  for (let forgotten = 0; ;) {
    const rows = await database.query((connection) => connection.rows(FORGET, []));
    forgotten += rows.length;
    if (rows.length < CHUNK) return forgotten;
  }
}
