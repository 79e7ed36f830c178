/** How much of a company Assay has been told of. */

import { z } from 'zod';
import type { RosterState } from '../../app/ports/roster-store.js';
import type { DatabaseConnection, Statement } from './database.js';

export const rosterState = z.enum(['complete', 'partial', 'empty']);

/**
 * For a statement in which `c` is the company. Whoever is unlisted and was met, enrolled or granted leave
 * after the list was called complete shows that it is not.
 */
export const ROSTER_STATE = `
  CASE
    WHEN NOT EXISTS (SELECT 1 FROM employees l
      WHERE l.company_id = c.company_id AND l.roster_added_at IS NOT NULL) THEN 'empty'
    WHEN c.roster_completed_at IS NULL OR EXISTS (SELECT 1 FROM employees u
      WHERE u.company_id = c.company_id AND u.roster_added_at IS NULL
        AND (u.created_at > c.roster_completed_at
          OR EXISTS (SELECT 1 FROM factors f WHERE f.company_id = u.company_id
            AND f.user_id = u.user_id AND f.activated_at > c.roster_completed_at)
          OR EXISTS (SELECT 1 FROM grants g WHERE g.company_id = u.company_id
            AND g.user_id = u.user_id AND g.created_at > c.roster_completed_at))) THEN 'partial'
    ELSE 'complete'
  END`;

const READ: Statement = {
  name: 'assay_roster_state',
  text: `SELECT ${ROSTER_STATE} AS roster FROM companies c WHERE c.company_id = $1`,
};

/** `empty` also for an unknown company. */
export async function readRosterState(
  { rows }: DatabaseConnection,
  companyId: string,
): Promise<RosterState> {
  const found = await rows(READ, [companyId]);
  return z.array(z.object({ roster: rosterState })).parse(found)[0]?.roster ?? 'empty';
}

const COUNT: Statement = {
  name: 'assay_roster_size',
  text: 'SELECT count(*)::int AS people FROM employees WHERE company_id = $1',
};

export async function readRosterSize(
  { rows }: DatabaseConnection,
  companyId: string,
): Promise<number> {
  const [found] = z.tuple([z.object({ people: z.int() })]).parse(await rows(COUNT, [companyId]));
  return found.people;
}
