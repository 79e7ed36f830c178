/** Reads a company's counts by day and by country. */

import { readCompany } from '../administration/get-company.js';
import type { ConsoleUseCases } from '../report-use-cases.js';
import type { ConsoleDeps } from './console-deps.js';

const DAYS = 30;

export function makeReadActivity(deps: ConsoleDeps): ConsoleUseCases['readActivity'] {
  return async (call, companyId) => {
    await readCompany(deps, call, companyId);
    return deps.activity.byDay(companyId, DAYS);
  };
}

export function makeReadDelivery(deps: ConsoleDeps): ConsoleUseCases['readDelivery'] {
  return async (call, companyId) => {
    await readCompany(deps, call, companyId);
    return deps.activity.byCountry(companyId, DAYS);
  };
}
