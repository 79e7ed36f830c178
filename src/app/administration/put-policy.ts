/** Changes a company's two-factor policy; what weakens it is the operator's alone, with a reason. */

import {
  settingsOf,
  weakenedFields,
  type Policy,
  type PolicySettings,
} from '../../domain/policy.js';
import type { AdministrationDeps } from './administration-deps.js';
import { auditOf } from '../audit-of.js';
import { invalid, RefusalError } from '../errors.js';
import { policyAnswer, readPolicy } from './get-policy.js';
import { proposePolicy } from './propose-policy.js';
import type { AdministrationUseCases, PolicyChange } from '../use-cases.js';

type Deps = Pick<AdministrationDeps, 'companies' | 'rules'>;

/** An administrator's weakening needs a step-up, and no call grants one (R058). */
export function makePutPolicy(deps: Deps): AdministrationUseCases['putPolicy'] {
  return async (call, companyId, change) => {
    const current = await readPolicy(deps, call, companyId);
    if (current.version !== change.expectedVersion) throw new RefusalError('precondition_failed');
    const next = proposePolicy(current, change.settings, deps.rules);
    const weakened = weakenedFields(current, next);
    requireLeave(change, weakened);
    const facts = { reason: change.reason, weakened, ...changes(current, next) };
    const audit = auditOf(call, 'policy.changed', { companyId, facts });
    const written = await deps.companies.putPolicy(companyId, current.version, next, audit);
    if (written === 'conflict') throw new RefusalError('precondition_failed');
    if (!written) throw new RefusalError('company_not_found');
    return policyAnswer(written, deps.rules);
  };
}

function requireLeave({ isOperator, reason }: PolicyChange, weakened: readonly string[]): void {
  if (weakened.length === 0) return;
  if (!isOperator) throw new RefusalError('step_up_required', { weakened });
  if (reason === null) {
    throw invalid('#/reason', `is required: this weakens ${weakened.join(', ')}`);
  }
}

/** Before and after of what differs, as the audit keeps it. */
function changes(current: Policy, next: PolicySettings): Record<string, string> {
  const before = settingsOf(current);
  const fields = Object.keys(next) as (keyof PolicySettings)[];
  const changed = fields.filter((it) => JSON.stringify(before[it]) !== JSON.stringify(next[it]));
  return Object.fromEntries(
    changed.map((it) => [it, `${JSON.stringify(before[it])} -> ${JSON.stringify(next[it])}`]),
  );
}
