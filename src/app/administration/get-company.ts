/** Reads a company, or the list of those the client may name. */

import type { CompanyId } from '../../domain/ids.js';
import type { AdministrationDeps } from './administration-deps.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import type { Company } from '../ports/company-store.js';
import { requireCompany } from '../read-person.js';
import type { AdministrationUseCases } from '../use-cases.js';

type Deps = Pick<AdministrationDeps, 'companies'>;

/** Refuses unknown and foreign companies alike. */
export async function readCompany(deps: Deps, call: Call, companyId: CompanyId): Promise<Company> {
  requireCompany(call.client, companyId);
  const company = await deps.companies.get(companyId);
  if (!company) throw new RefusalError('company_not_found');
  return company;
}

export function makeGetCompany(deps: Deps): AdministrationUseCases['getCompany'] {
  return (call, companyId) => readCompany(deps, call, companyId);
}

export function makeListCompanies(deps: Deps): AdministrationUseCases['listCompanies'] {
  return (call, page) => deps.companies.list(page, call.client.companies);
}
