/** The statements of a roster import; each is about all of the people at once. */

import type { Statement } from './database.js';

/** $1 company. */
export const KNOW_COMPANY: Statement = {
  name: '',
  text: `SELECT 1 AS found FROM companies c WHERE c.company_id = $1`,
};

/** $1 company, $2 ids, $3 folded ids. */
export const INSERT_PEOPLE: Statement = {
  name: '',
  text: `
    INSERT INTO employees (company_id, user_id, folded_id, roster_added_at)
    SELECT $1, g.user_id, g.folded_id, clock_timestamp()
    FROM unnest($2::text[], $3::text[]) AS g (user_id, folded_id)
    ORDER BY g.user_id COLLATE "C"
    ON CONFLICT DO NOTHING
    RETURNING user_id`,
};

/** $1 company, $2 folded ids. */
export const LOCK_PEOPLE: Statement = {
  name: '',
  text: `
    SELECT e.user_id FROM employees e
    WHERE e.company_id = $1 AND e.folded_id = ANY($2::text[])
    ORDER BY e.user_id FOR NO KEY UPDATE`,
};

/** $1 company, $2 ids. */
export const LIST_PEOPLE: Statement = {
  name: '',
  text: `
    UPDATE employees e SET roster_added_at = clock_timestamp()
    WHERE e.company_id = $1 AND e.user_id = ANY($2::text[]) AND e.roster_added_at IS NULL
    RETURNING e.user_id`,
};

/** $1 company, $2 ids. */
export const FIND_PROVEN: Statement = {
  name: '',
  text: `
    SELECT f.user_id FROM factors f
    WHERE f.company_id = $1 AND f.user_id = ANY($2::text[]) AND f.state = 'active'`,
};

/** The numbers of $2, JSON. */
const GIVEN = `jsonb_to_recordset($2::jsonb) AS g (user_id text, factor_id text, sealed_number text,
      sealed_mask text, number_index text, country text)`;

/** $1 company, $2 numbers. An import of the same number stays, with what was guessed at it. */
export const DROP_IMPORTED: Statement = {
  name: '',
  text: `
    DELETE FROM factors f USING ${GIVEN}
    WHERE f.company_id = $1 AND f.user_id = g.user_id COLLATE "C" AND f.is_imported
      AND f.number_index <> g.number_index`,
};

/** $1 company, $2 numbers. A number that is just being proven goes on as an imported one. */
export const STORE_IMPORTED: Statement = {
  name: '',
  text: `
    INSERT INTO factors (factor_id, company_id, user_id, state, is_imported, sealed_number,
      sealed_mask, number_index, country)
    SELECT g.factor_id, $1, g.user_id, 'pending', true, decode(g.sealed_number, 'hex'),
      decode(g.sealed_mask, 'hex'), g.number_index, g.country
    FROM ${GIVEN}
    ON CONFLICT (company_id, user_id, number_index) WHERE state = 'pending'
      DO UPDATE SET is_imported = true WHERE NOT factors.is_imported
    RETURNING user_id`,
};

/** $1 company, $2 people, $3 kind, $4 client, $5 $6 actor, $7 correlation id, $8 facts. */
export const AUDIT_LISTED: Statement = {
  name: '',
  text: `
    INSERT INTO audit_events (kind, company_id, user_id, client_id, actor_role, actor_id,
      correlation_id, facts)
    SELECT $3, $1, g.user_id, $4, $5, $6, $7,
      $8::jsonb || jsonb_build_object('withNumber', g.with_number)
    FROM jsonb_to_recordset($2::jsonb) AS g (user_id text, with_number boolean)
    ORDER BY g.user_id COLLATE "C"`,
};

/** $1 company. */
export const COMPLETE_ROSTER: Statement = {
  name: '',
  text: `UPDATE companies SET roster_completed_at = clock_timestamp() WHERE company_id = $1`,
};
