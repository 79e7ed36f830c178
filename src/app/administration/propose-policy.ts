/** From what a caller gives to a whole policy, or the refusal of one that makes no sense. */

import { settingsOf, type Policy, type PolicySettings } from '../../domain/policy.js';
import { invalid } from '../errors.js';
import type { AdministrationDeps } from './administration-deps.js';

type Rules = Pick<AdministrationDeps['rules'], 'defaultCountries' | 'callCountries'>;

/** What was given over what holds now; throws `invalid_request` naming the field. */
export function proposePolicy(
  current: Policy,
  given: Partial<PolicySettings>,
  { defaultCountries, callCountries }: Rules,
): PolicySettings {
  const next = merge(current, given);
  requireDeadline(next, given);
  const outside = next.countries?.filter((it) => !defaultCountries.includes(it)) ?? [];
  if (given.countries && outside.length > 0) {
    throw invalid('#/countries', `not among the operator's countries: ${outside.join(', ')}`);
  }
  if (given.methods?.includes('call') && callCountries.length === 0) {
    throw invalid('#/methods', 'the operator of this service makes no calls');
  }
  return next;
}

/** A deadline belongs to `required` alone; leaving that mode drops it. */
function merge(current: Policy, given: Partial<PolicySettings>): PolicySettings {
  const next = { ...settingsOf(current), ...given };
  return next.mode === 'required' ? next : { ...next, enforceFrom: null };
}

function requireDeadline(next: PolicySettings, given: Partial<PolicySettings>): void {
  if (next.mode === 'required' && next.enforceFrom === null) {
    throw invalid(
      '#/enforceFrom',
      'is required with mode "required": now is allowed, silence is not',
    );
  }
  if (given.enforceFrom && next.mode !== 'required') {
    throw invalid('#/enforceFrom', 'goes with mode "required" alone');
  }
}
