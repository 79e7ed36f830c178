/** The hot statements, as plain SQL in one place. */

import { z } from 'zod';
import { NUMBER_HOLDERS_MAX } from '../../domain/limits.js';
import { StoreUnavailableError } from '../../app/errors.js';
import type { Statement } from './database.js';

export const PING: Statement = {
  name: 'assay_ping',
  text: `SELECT clock_timestamp() AS now, current_setting('transaction_read_only')::boolean AS is_read_only`,
};

const pong = z.tuple([z.object({ now: z.date(), is_read_only: z.boolean() })]);

/** Throws where nothing can be written: for a service that commits before it answers, that is down. */
export function toNow(rows: readonly unknown[]): Date {
  const [{ now, is_read_only: isReadOnly }] = pong.parse(rows);
  if (isReadOnly) throw new StoreUnavailableError('postgres', '25006');
  return now;
}

/** $1 folded company id, $2 folded user id. Always one row; decisions 3, 18, 19, 21. */
export const READ_SIGN_IN: Statement = {
  name: 'assay_read_sign_in',
  text: `
    SELECT statement_timestamp() AS now,
      c.company_id, c.display_name, c.default_country, c.locale, c.time_zone, c.support_text,
      c.branding, c.created_at, c.updated_at,
      p.company_id AS policy_of, p.mode, p.enforce_from, p.enrolment_days, p.methods, p.countries,
      p.sms_per_day, p.remember_device_days, p.version, p.switched_on_at, p.switched_off_at,
      e.user_id, e.roster_added_at, e.failure_epoch, e.failures AS employee_failures,
      greatest(0, ceil(extract(epoch FROM e.locked_until - statement_timestamp()) * 1000))::float8
        AS locked_for_ms,
      e.disabled_at IS NOT NULL AS is_disabled, e.reset_at IS NOT NULL AS was_reset,
      a.factor_id AS active_id, a.version AS active_version, a.sealed_number AS active_number,
      a.sealed_mask AS active_mask, a.number_index AS active_index,
      a.country AS active_country, a.can_be_texted AS active_can_be_texted,
      (SELECT count(*)::int FROM (SELECT 1 FROM factors h
        WHERE h.number_index = a.number_index AND h.state = 'active'
        LIMIT ${String(NUMBER_HOLDERS_MAX)}) AS held) AS active_holders,
      coalesce(a.undeliverable_until > statement_timestamp(), false) AS text_undeliverable,
      coalesce(a.call_undeliverable_until > statement_timestamp(), false) AS call_undeliverable,
      i.factor_id AS imported_id, i.version AS imported_version, i.sealed_number AS imported_number,
      i.sealed_mask AS imported_mask, i.number_index AS imported_index,
      i.failures AS imported_failures, i.country AS imported_country,
      i.can_be_texted AS imported_can_be_texted,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'expiresAt', g.expires_at)), '[]')
        FROM grants g WHERE g.company_id = e.company_id AND g.user_id = e.user_id
          AND g.consumed_at IS NULL AND g.closed_at IS NULL
          AND g.expires_at > statement_timestamp()) AS open_grants
    FROM (SELECT 1) AS one
    LEFT JOIN companies c ON c.folded_id = $1
    LEFT JOIN policies p ON p.company_id = c.company_id
    LEFT JOIN employees e ON e.company_id = c.company_id AND e.folded_id = $2
    LEFT JOIN factors a ON a.company_id = e.company_id AND a.user_id = e.user_id AND a.state = 'active'
    LEFT JOIN factors i ON i.company_id = e.company_id AND i.user_id = e.user_id AND i.is_imported`,
};
