/** Reads a company's audit, newest first. */

import type { AdministrationDeps } from './administration-deps.js';
import { readCompany } from './get-company.js';
import type { AdministrationUseCases } from '../use-cases.js';

export function makeListAuditEvents(
  deps: Pick<AdministrationDeps, 'companies' | 'audit'>,
): AdministrationUseCases['listAuditEvents'] {
  return async (call, companyId, { limit, cursor, ...filter }) => {
    await readCompany(deps, call, companyId);
    return deps.audit.list(companyId, { limit, cursor }, filter);
  };
}
