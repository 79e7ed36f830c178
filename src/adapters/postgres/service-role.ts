/** What the service's own role may do: no more than its statements need (R064, decision 32). */

import { sql } from 'drizzle-orm';
import type { Orm } from './database.js';

/** The audit is missing here: that one may be read and added to, and nothing else. */
const TABLES = [
  'companies',
  'company_logos',
  'policies',
  'employees',
  'factors',
  'grants',
  'messages',
  'attempts',
  'step_up_uses',
  'clients',
  'credentials',
  'signing_keys',
  'operator_switches',
];

/** Repeatable; run by the owner after each migration. */
export async function grantToService(orm: Orm, role: string): Promise<void> {
  const to = sql.identifier(role);
  await orm.transaction(async (tx) => {
    await tx.execute(sql`GRANT USAGE ON SCHEMA public, drizzle TO ${to}`);
    await tx.execute(sql`GRANT SELECT ON drizzle.__drizzle_migrations TO ${to}`);
    for (const table of TABLES) {
      await tx.execute(
        sql`GRANT SELECT, INSERT, UPDATE, DELETE ON ${sql.identifier(table)} TO ${to}`,
      );
    }
    await tx.execute(sql`REVOKE ALL ON audit_events FROM ${to}`);
    await tx.execute(sql`GRANT SELECT, INSERT ON audit_events TO ${to}`);
  });
}
