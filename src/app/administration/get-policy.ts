/** Reads a company's two-factor policy. */

import type { CompanyId } from '../../domain/ids.js';
import type { Policy } from '../../domain/policy.js';
import type { AdministrationDeps } from './administration-deps.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import { requireCompany } from '../read-person.js';
import type { AdministrationUseCases } from '../use-cases.js';

export async function readPolicy(
  deps: Pick<AdministrationDeps, 'companies'>,
  call: Call,
  companyId: CompanyId,
): Promise<Policy> {
  requireCompany(call.client, companyId);
  const policy = await deps.companies.getPolicy(companyId);
  if (!policy) throw new RefusalError('company_not_found');
  return policy;
}

export function makeGetPolicy(
  deps: Pick<AdministrationDeps, 'companies'>,
): AdministrationUseCases['getPolicy'] {
  return (call, companyId) => readPolicy(deps, call, companyId);
}
