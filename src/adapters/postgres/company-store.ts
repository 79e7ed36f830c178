/** CompanyStore on PostgreSQL and PGlite. */

import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type {
  AuditDraft,
  Company,
  CompanyProfile,
  CompanyStore,
  PutCompanyOutcome,
} from '../../app/ports/company-store.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { foldId, type CompanyId } from '../../domain/ids.js';
import type { LogoFile } from '../../domain/logo.js';
import { POLICY_OFF, type Policy, type PolicySettings } from '../../domain/policy.js';
import { insertAudit } from './audit-rows.js';
import { toCompany, toPolicy } from './company-rows.js';
import type { Database, Orm } from './database.js';
import { decodeCursor, idPosition, toPage } from './page-cursor.js';
import { findLogo, profileColumns, putLogo } from './logo-rows.js';
import { companies, policies } from './schema/companies.js';
import { useStepUp } from './step-up-uses.js';

export class PostgresCompanyStore implements CompanyStore {
  constructor(private readonly database: Database) {}

  put(
    companyId: CompanyId,
    profile: CompanyProfile,
    audit: AuditDraft,
  ): Promise<PutCompanyOutcome> {
    return this.database.transaction(async ({ orm }) => {
      const created = await create(orm, companyId, profile);
      const row = created ?? (await replace(orm, companyId, profile));
      if (row === undefined) return { kind: 'id_conflict' };
      await putLogo(orm, companyId, profile.branding.logo);
      await insertAudit(orm, { ...audit, kind: created ? 'company.created' : 'company.changed' });
      return { kind: created ? 'created' : 'replaced', company: toCompany(row) };
    });
  }

  async get(companyId: CompanyId): Promise<Company | undefined> {
    const [row] = await this.database.query(({ orm }) =>
      orm.select().from(companies).where(eq(companies.companyId, companyId)),
    );
    return row && toCompany(row);
  }

  findLogo(digest: string): Promise<LogoFile | undefined> {
    return this.database.query(({ orm }) => findLogo(orm, digest));
  }

  async list(request: PageRequest, only: readonly CompanyId[] | null): Promise<Page<Company>> {
    const after = decodeCursor(request.cursor, idPosition);
    const rows = await this.database.query(({ orm }) =>
      orm
        .select()
        .from(companies)
        .where(
          and(
            after === null ? undefined : gt(companies.companyId, after),
            only === null ? undefined : inArray(companies.companyId, [...only]),
          ),
        )
        .orderBy(asc(companies.companyId))
        .limit(request.limit + 1),
    );
    return toPage(rows, request, { item: toCompany, position: (row) => row.companyId });
  }

  async getPolicy(companyId: CompanyId): Promise<Policy | undefined> {
    const [row] = await this.database.query(({ orm }) =>
      orm.select().from(policies).where(eq(policies.companyId, companyId)),
    );
    return row && toPolicy(row);
  }

  putPolicy(
    ...[companyId, { expectedVersion, settings, stepUp }, audit]: Parameters<
      CompanyStore['putPolicy']
    >
  ): ReturnType<CompanyStore['putPolicy']> {
    return this.database.transaction(async (connection) => {
      const { orm } = connection;
      const current = await lockVersion(orm, companyId);
      if (current !== expectedVersion) return current === undefined ? undefined : 'conflict';
      if (stepUp && !(await useStepUp(connection, stepUp))) return 'step_up_unusable';
      const [row] = await orm
        .update(policies)
        .set({ ...columnsOf(settings), version: sql`${policies.version} + 1` })
        .where(eq(policies.companyId, companyId))
        .returning();
      await insertAudit(orm, audit);
      return toPolicy(row);
    });
  }
}

async function create(orm: Orm, companyId: CompanyId, profile: CompanyProfile) {
  const [row] = await orm
    .insert(companies)
    .values({ ...profileColumns(profile), companyId, foldedId: foldId(companyId) })
    .onConflictDoNothing()
    .returning();
  if (row) {
    const never = { switchedOnAt: null, switchedOffAt: null };
    await orm
      .insert(policies)
      .values({ companyId, ...columnsOf(POLICY_OFF), ...never, version: 1 });
  }
  return row;
}

/** Nothing is replaced when the id is known in another spelling only (decision 19). */
async function replace(orm: Orm, companyId: CompanyId, profile: CompanyProfile) {
  const [row] = await orm
    .update(companies)
    .set({ ...profileColumns(profile), updatedAt: sql`clock_timestamp()` })
    .where(eq(companies.companyId, companyId))
    .returning();
  return row;
}

/** Nobody else writes the policy until the transaction ends. */
async function lockVersion(orm: Orm, companyId: CompanyId): Promise<number | undefined> {
  const [row] = await orm
    .select({ version: policies.version })
    .from(policies)
    .where(eq(policies.companyId, companyId))
    .for('no key update');
  return row?.version;
}

/** Off stays off since when it was; what was never on was never switched off. */
const SWITCHED_OFF = sql`CASE WHEN ${policies.mode} = 'off' THEN ${policies.switchedOffAt}
  ELSE clock_timestamp() END`;

/** Only the fields a caller may write; switched on is when the mode last left `off` (decision 21). */
function columnsOf(settings: PolicySettings) {
  return {
    mode: settings.mode,
    enforceFrom: settings.enforceFrom,
    enrolmentDays: settings.enrolmentDays,
    methods: [...settings.methods],
    countries: settings.countries && [...settings.countries],
    smsPerDay: settings.smsPerDay,
    rememberDeviceDays: settings.rememberDeviceDays,
    switchedOnAt:
      settings.mode === 'off' ? null : sql`coalesce(${policies.switchedOnAt}, clock_timestamp())`,
    switchedOffAt: settings.mode === 'off' ? SWITCHED_OFF : null,
  };
}
