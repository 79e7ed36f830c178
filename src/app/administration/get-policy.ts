/** Reads a company's two-factor policy. */

import type { CompanyId } from '../../domain/ids.js';
import type { Policy } from '../../domain/policy.js';
import type { PolicyAnswer } from '../answers.js';
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
  deps: Pick<AdministrationDeps, 'companies' | 'rules'>,
): AdministrationUseCases['getPolicy'] {
  return async (call, companyId) =>
    policyAnswer(await readPolicy(deps, call, companyId), deps.rules);
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** With the day on which the numbers go, once two-factor was switched off. */
export function policyAnswer(
  policy: Policy,
  { eraseAfterOffDays }: Pick<AdministrationDeps['rules'], 'eraseAfterOffDays'>,
): PolicyAnswer {
  const offMs = policy.switchedOffAt?.getTime();
  const numbersErasedAt = offMs === undefined ? null : new Date(offMs + eraseAfterOffDays * DAY_MS);
  return { ...policy, numbersErasedAt };
}
