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
import { readPolicy } from './get-policy.js';
import type { AdministrationUseCases, PolicyChange } from '../use-cases.js';

type Deps = Pick<AdministrationDeps, 'companies' | 'rules'>;

/** An administrator's weakening needs a step-up, and no call grants one (R058). */
export function makePutPolicy(deps: Deps): AdministrationUseCases['putPolicy'] {
  return async (call, companyId, change) => {
    const current = await readPolicy(deps, call, companyId);
    if (current.version !== change.expectedVersion) throw new RefusalError('precondition_failed');
    const next = merge(current, change.settings);
    requireSound(deps, next, change.settings);
    const weakened = weakenedFields(current, next);
    requireLeave(change, weakened);
    const facts = { reason: change.reason, weakened, ...changes(current, next) };
    const audit = auditOf(call, 'policy.changed', { companyId, facts });
    const written = await deps.companies.putPolicy(companyId, current.version, next, audit);
    if (written === 'conflict') throw new RefusalError('precondition_failed');
    if (!written) throw new RefusalError('company_not_found');
    return written;
  };
}

/** A deadline belongs to `required` alone; leaving that mode drops it. */
function merge(current: Policy, settings: Partial<PolicySettings>): PolicySettings {
  const next = { ...settingsOf(current), ...settings };
  return next.mode === 'required' ? next : { ...next, enforceFrom: null };
}

function requireSound(deps: Deps, next: PolicySettings, given: Partial<PolicySettings>): void {
  if (next.mode === 'required' && next.enforceFrom === null) {
    throw invalid(
      '#/enforceFrom',
      'is required with mode "required": now is allowed, silence is not',
    );
  }
  if (given.enforceFrom && next.mode !== 'required') {
    throw invalid('#/enforceFrom', 'goes with mode "required" alone');
  }
  const outside = next.countries?.filter((it) => !deps.rules.defaultCountries.includes(it)) ?? [];
  if (given.countries && outside.length > 0) {
    throw invalid('#/countries', `not among the operator's countries: ${outside.join(', ')}`);
  }
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
