/** Lists, counts and finds the people of a company: status and mask, never a number. */

import { employeeAnswer } from '../administration/employee-answer.js';
import { readCompany } from '../administration/get-company.js';
import { operatorReach } from '../sending/destination.js';
import { RefusalError } from '../errors.js';
import type { ConsoleUseCases, PersonAnswer } from '../report-use-cases.js';
import type { PersonRecord } from '../ports/people-reader.js';
import type { ConsoleDeps } from './console-deps.js';

export function makeListPeople(deps: ConsoleDeps): ConsoleUseCases['listPeople'] {
  return async (call, companyId, query) => {
    await readCompany(deps, call, companyId);
    const page = await deps.peopleLists.list(companyId, query, operatorReach(deps.rules));
    return { ...page, items: page.items.map((it) => personAnswer(deps, it)) };
  };
}

export function makeCountPeople(deps: ConsoleDeps): ConsoleUseCases['countPeople'] {
  return async (call, companyId) => {
    await readCompany(deps, call, companyId);
    const [byStatus, roster] = await Promise.all([
      deps.peopleLists.count(companyId, operatorReach(deps.rules)),
      deps.rosters.state(companyId),
    ]);
    const total = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
    return { total, byStatus, roster };
  };
}

export function makeGetPerson(deps: ConsoleDeps): ConsoleUseCases['getPerson'] {
  return async (call, { companyId, userId }) => {
    await readCompany(deps, call, companyId);
    const found = await deps.peopleLists.find(companyId, userId, operatorReach(deps.rules));
    if (!found) throw new RefusalError('employee_not_found');
    return personAnswer(deps, found);
  };
}

/** As many as a page may hold. */
const EXPORT_PAGE = 200;

export function makeExportPeople(deps: ConsoleDeps): ConsoleUseCases['exportPeople'] {
  return async function* (call, companyId, query) {
    await readCompany(deps, call, companyId);
    let cursor: string | null = null;
    do {
      const page = { ...query, order: 'user_id', limit: EXPORT_PAGE, cursor } as const;
      const read = await deps.peopleLists.list(companyId, page, operatorReach(deps.rules));
      yield read.items.map((it) => personAnswer(deps, it));
      cursor = read.nextCursor;
    } while (cursor !== null);
  };
}

function personAnswer(deps: ConsoleDeps, person: PersonRecord): PersonAnswer {
  const { status, graceUntil } = person;
  return { ...employeeAnswer(deps.vault, person), status, graceUntil };
}
