/** Shows the privacy notice that a person is to read before enrolling. */

import type { AdministrationDeps } from './administration-deps.js';
import { readCompany } from './get-company.js';
import { readPolicy } from './get-policy.js';
import { noticeOf } from '../notice-of.js';
import type { AdministrationUseCases } from '../use-cases.js';

export function makeGetNotice(
  deps: Pick<AdministrationDeps, 'companies' | 'rules'>,
): AdministrationUseCases['getNotice'] {
  return async (call, companyId, locale) => {
    const [company, policy] = await Promise.all([
      readCompany(deps, call, companyId),
      readPolicy(deps, call, companyId),
    ]);
    return noticeOf(deps.rules, { company, policy }, locale);
  };
}
