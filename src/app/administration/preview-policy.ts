/** Says what a policy would mean for everybody, before anything changes. */

import type { OperatorReach } from '../../domain/channel-choice.js';
import type { Channel } from '../../domain/challenge.js';
import { weakenedFields, type PolicySettings } from '../../domain/policy.js';
import type { PolicyPreview } from '../answers.js';
import { RefusalError } from '../errors.js';
import type { PreviewCounts } from '../ports/policy-preview-reader.js';
import type { AdministrationUseCases } from '../use-cases.js';
import type { AdministrationDeps } from './administration-deps.js';
import { readPolicy } from './get-policy.js';
import { proposePolicy } from './propose-policy.js';

type Deps = Pick<AdministrationDeps, 'companies' | 'rules' | 'previews'>;

/** How many ids an answer names. */
const NAMED = 50;

export function makePreviewPolicy(deps: Deps): AdministrationUseCases['previewPolicy'] {
  return async (call, companyId, given) => {
    const current = await readPolicy(deps, call, companyId);
    const proposed = proposePolicy(current, given, deps.rules);
    const countries = allowedCountries(proposed, deps.rules);
    const request = { settings: proposed, countries, limit: NAMED };
    const counts = await deps.previews.read(companyId, request);
    if (!counts) throw new RefusalError('company_not_found');
    const weakened = weakenedFields(current, proposed);
    return { ...show(counts), proposed, weakened, needsReason: weakened.length > 0 };
  };
}

/** As `chooseDestination` decides for one number. */
function allowedCountries(
  { methods, countries }: PolicySettings,
  { defaultCountries, callCountries }: Deps['rules'],
): OperatorReach {
  const within = (channel: Channel, ceiling: readonly string[]) =>
    methods.includes(channel) ? ceiling.filter((it) => countries?.includes(it) ?? true) : [];
  return { sms: within('sms', defaultCountries), call: within('call', callCountries) };
}

/** Without the whole roster nobody can say that nobody is locked out. */
function show(counts: PreviewCounts): Omit<PolicyPreview, 'proposed' | 'weakened' | 'needsReason'> {
  const { roster, asOf, people, enrolled, notEnrolled, lockedOut } = counts;
  return {
    ...{ roster, asOf, people, enrolled, notEnrolled },
    lockedOut: roster === 'complete' ? lockedOut : null,
    unreachableByCountry: counts.unreachable,
    notEnrolledUserIds: counts.notEnrolledIds,
    lockedOutUserIds: counts.lockedOutIds,
  };
}
