/** Reads one person's own history. */

import { readCompany } from '../administration/get-company.js';
import type { ConsoleDeps } from '../console/console-deps.js';
import type { AccountUseCases } from '../report-use-cases.js';

export function makeReadHistory(
  deps: Pick<ConsoleDeps, 'companies' | 'histories'>,
): AccountUseCases['readHistory'] {
  return async (call, { companyId, userId }, page) => {
    await readCompany(deps, call, companyId);
    return deps.histories.list({ companyId, userId }, page);
  };
}
