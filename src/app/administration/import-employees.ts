/** Takes a roster in: all of it is checked and sealed before any of it is stored. */

import { setImmediate as yieldToOthers } from 'node:timers/promises';

import type { Channel } from '../../domain/challenge.js';
import { foldId } from '../../domain/ids.js';
import { auditOf } from '../audit-of.js';
import { RefusalError, type FieldProblem } from '../errors.js';
import { newFactorId } from '../new-id.js';
import type { Company } from '../ports/company-store.js';
import type { ImportedPhone } from '../ports/employee-store.js';
import type { RosterPerson } from '../ports/roster-store.js';
import { LOOKS_LIKE_ANOTHER } from '../read-person.js';
import type { AdministrationUseCases, ImportInput } from '../use-cases.js';
import type { AdministrationDeps } from './administration-deps.js';
import { readCompany } from './get-company.js';
import { readPolicy } from './get-policy.js';
import { NOT_FOR_ROSTER, numberForRoster } from './number-for-roster.js';

type Deps = Pick<AdministrationDeps, 'companies' | 'rosters' | 'vault'>;
type Given = ImportInput['employees'][number];

/** Numbers parsed and sealed before other requests get their turn. */
const BATCH = 50;
/** Of a list that is wrong throughout the first suffice. */
const MAX_PROBLEMS = 50;

export function makeImportEmployees(deps: Deps): AdministrationUseCases['importEmployees'] {
  return async (call, companyId, { employees, complete }) => {
    const company = await readCompany(deps, call, companyId);
    refuse(repeated(employees));
    const { methods } = await readPolicy(deps, call, companyId);
    const people = await sealAll(deps, { company, methods }, employees);
    const outcome = await deps.rosters.import(
      companyId,
      { people, isComplete: complete },
      {
        listed: auditOf(call, 'employee.listed', { companyId, facts: { imported: true } }),
        imported: auditOf(call, 'roster.imported', { companyId, facts: { complete } }),
      },
    );
    if (outcome.kind === 'company_not_found') throw new RefusalError('company_not_found');
    if (outcome.kind === 'imported') return outcome.counts;
    const conflicting = new Set<string>(outcome.userIds);
    throw refusal(
      employees.flatMap(({ userId }, at) =>
        conflicting.has(userId) ? [problem(at, 'userId', LOOKS_LIKE_ANOTHER)] : [],
      ),
    );
  };
}

function repeated(employees: readonly Given[]): FieldProblem[] {
  const seen = new Set<string>();
  return employees.flatMap(({ userId }, at) => {
    const folded = foldId(userId);
    if (seen.has(folded)) return [problem(at, 'userId', 'stands in the list twice')];
    seen.add(folded);
    return [];
  });
}

interface Asked {
  readonly company: Company;
  readonly methods: readonly Channel[];
}

async function sealAll(
  deps: Deps,
  asked: Asked,
  employees: readonly Given[],
): Promise<RosterPerson[]> {
  const people: RosterPerson[] = [];
  const problems: FieldProblem[] = [];
  for (const [at, given] of employees.entries()) {
    if (at % BATCH === BATCH - 1) await yieldToOthers();
    const phone = given.phoneNumber === null ? null : seal(deps, asked, given);
    if (phone === undefined) problems.push(problem(at, 'phoneNumber', NOT_FOR_ROSTER));
    else people.push({ userId: given.userId, phone });
  }
  refuse(problems);
  return people;
}

/** Undefined for what is no number. Unproven: only a code sent to this very number makes it a factor (R046). */
function seal(
  { vault }: Deps,
  asked: Asked,
  { userId, phoneNumber }: Given,
): ImportedPhone | undefined {
  const parsed = numberForRoster(phoneNumber ?? '', asked);
  if (!parsed) return undefined;
  const { companyId } = asked.company;
  const factorId = newFactorId();
  return { factorId, ...vault.seal(parsed, { companyId, userId, factorId }) };
}

function problem(at: number, field: string, detail: string): FieldProblem {
  return { pointer: `#/employees/${at}/${field}`, detail };
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw refusal(problems);
}

function refusal(problems: readonly FieldProblem[]): RefusalError {
  return new RefusalError('invalid_request', { errors: problems.slice(0, MAX_PROBLEMS) });
}
