/** Changes a company's two-factor policy; what weakens it takes a reason, and a fresh code of the administrator. */

import {
  settingsOf,
  weakenedFields,
  type Policy,
  type PolicySettings,
} from '../../domain/policy.js';
import type { AdministrationDeps } from './administration-deps.js';
import type { CompanyId } from '../../domain/ids.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { invalid, RefusalError } from '../errors.js';
import { fittingStepUp } from '../phone/fitting-step-up.js';
import type { StepUpUse } from '../ports/step-up.js';
import { policyAnswer, readPolicy } from './get-policy.js';
import { proposePolicy } from './propose-policy.js';
import type { AdministrationUseCases, PolicyChange } from '../use-cases.js';

type Deps = Pick<AdministrationDeps, 'companies' | 'rules'>;

/** The operator's command is the break-glass: a reason and no step-up (R058, decision 22). */
export function makePutPolicy(deps: Deps): AdministrationUseCases['putPolicy'] {
  return async (call, companyId, change) => {
    const current = await readPolicy(deps, call, companyId);
    if (current.version !== change.expectedVersion) throw new RefusalError('precondition_failed');
    const next = proposePolicy(current, change.settings, deps.rules);
    const weakened = weakenedFields(current, next);
    const stepUp = requireLeave(call, change, { companyId, weakened });
    const proof = stepUp && { stepUp: stepUp.challengeId };
    const facts = { reason: change.reason, weakened, ...changes(current, next), ...proof };
    const audit = auditOf(call, 'policy.changed', { companyId, facts });
    const write = { expectedVersion: current.version, settings: next, stepUp };
    const written = await deps.companies.putPolicy(companyId, write, audit);
    if (written === 'conflict') throw new RefusalError('precondition_failed');
    if (written === 'step_up_unusable') throw new RefusalError('step_up_required', { weakened });
    if (!written) throw new RefusalError('company_not_found');
    return policyAnswer(written, deps.rules);
  };
}

interface Weakening {
  readonly companyId: CompanyId;
  readonly weakened: readonly string[];
}

/** Answers the step-up to use up; null where none is needed. */
function requireLeave(
  call: Call,
  { isOperator, reason, stepUp }: PolicyChange,
  { companyId, weakened }: Weakening,
): StepUpUse | null {
  if (weakened.length === 0) return null;
  const proof = isOperator ? null : administratorsStepUp(call, stepUp, companyId);
  if (!isOperator && !proof) throw new RefusalError('step_up_required', { weakened });
  if (reason === null) {
    throw invalid('#/reason', `is required: this weakens ${weakened.join(', ')}`);
  }
  return proof;
}

/** Of the administrator who acts, as a person of this very company. */
function administratorsStepUp(
  call: Call,
  stepUp: StepUpUse | null,
  companyId: CompanyId,
): StepUpUse | null {
  const { actor } = call;
  if (actor?.role !== 'admin' || actor.id !== stepUp?.userId) return null;
  const { userId } = stepUp;
  return fittingStepUp(call, stepUp, { companyId, userId, action: 'weaken_policy' });
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
