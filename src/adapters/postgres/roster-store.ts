/** RosterStore on PostgreSQL and PGlite. */

import type { ImportOutcome, RosterState, RosterStore } from '../../app/ports/roster-store.js';
import type { CompanyId } from '../../domain/ids.js';
import type { Database } from './database.js';
import { IdConflictError, importRoster } from './roster-import.js';
import { readRosterSize, readRosterState } from './roster-state.js';

export class PostgresRosterStore implements RosterStore {
  constructor(private readonly database: Database) {}

  async import(
    ...[companyId, roster, audits]: Parameters<RosterStore['import']>
  ): Promise<ImportOutcome> {
    try {
      return await this.database.transaction((connection) =>
        importRoster(connection, { companyId, roster, audits }),
      );
    } catch (error) {
      if (!(error instanceof IdConflictError)) throw error;
      return { kind: 'id_conflict', userIds: error.userIds };
    }
  }

  state(companyId: CompanyId): Promise<RosterState> {
    return this.database.query((connection) => readRosterState(connection, companyId));
  }

  size(companyId: CompanyId): Promise<number> {
    return this.database.query((connection) => readRosterSize(connection, companyId));
  }
}
