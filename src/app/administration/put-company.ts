/** Makes a company known, with two-factor off, or replaces what is known of it. */

import type { AdministrationDeps } from './administration-deps.js';
import { auditOf } from '../audit-of.js';
import { invalid } from '../errors.js';
import { LOOKS_LIKE_ANOTHER, requireCompany } from '../read-person.js';
import type { AdministrationUseCases } from '../use-cases.js';

export function makePutCompany(
  deps: Pick<AdministrationDeps, 'companies'>,
): AdministrationUseCases['putCompany'] {
  return async (call, companyId, profile) => {
    requireCompany(call.client, companyId);
    const { kind: _, ...draft } = auditOf(call, 'company.changed', {
      companyId,
      facts: facts(profile),
    });
    const put = await deps.companies.put(companyId, profile, draft);
    if (put.kind === 'id_conflict') throw invalid('path:companyId', LOOKS_LIKE_ANOTHER);
    return { created: put.kind === 'created', company: put.company };
  };
}

type Profile = Parameters<AdministrationUseCases['putCompany']>[2];

function facts({ displayName, defaultCountry, locale, timeZone }: Profile) {
  return { displayName, defaultCountry, locale, timeZone };
}
