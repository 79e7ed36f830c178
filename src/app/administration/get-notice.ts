/** Shows the privacy notice that a person is to read before enrolling. */

import type { AdministrationDeps } from './administration-deps.js';
import { readCompany } from './get-company.js';
import { noticeOf } from '../notice-of.js';
import type { AdministrationUseCases } from '../use-cases.js';

export function makeGetNotice(
  deps: Pick<AdministrationDeps, 'companies' | 'rules'>,
): AdministrationUseCases['getNotice'] {
  return async (call, companyId, locale) => {
    const company = await readCompany(deps, call, companyId);
    return noticeOf(deps.rules.privacyContact, company, locale);
  };
}
