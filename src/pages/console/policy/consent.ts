/** What an administrator says besides "yes" to a change: why, and that they know who is locked out. */

import type { PolicyPreview } from '../../../app/answers.js';
import type { Policy } from '../../../domain/policy.js';
import { reason as reasonShape } from '../../../http/schemas/text.js';
import type { FieldError } from '../../components/error-summary.js';
import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';
import { changedFields, type PolicyField } from './proposal.js';

export interface Consent {
  readonly reason: string;
  /** The company's name, typed. */
  readonly confirmation: string;
}

export interface Weight {
  readonly current: Policy;
  readonly preview: PolicyPreview;
}

/** On one line, as the audit keeps it; null for none. */
export function reasonOf({ reason }: Pick<Consent, 'reason'>): string | null {
  const text = reason.replaceAll(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

export function faultsOf(guest: Guest, sent: Consent, weight: Weight): readonly FieldError[] {
  const t = policyTexts(guest.locale);
  const reason = reasonOf(sent);
  const errors: FieldError[] = [];
  if (reason === null && weight.preview.needsReason)
    errors.push({ field: 'reason', text: t('reasonMissing') });
  if (reason !== null && !reasonShape.safeParse(reason).success)
    errors.push({ field: 'reason', text: t('reasonWrong') });
  if (mustConfirm(weight) && plain(sent.confirmation) !== plain(guest.company.displayName))
    errors.push({ field: 'confirmation', text: t('confirmationWrong') });
  return errors;
}

const LOCKING: readonly PolicyField[] = ['mode', 'enforceFrom', 'enrolmentDays', 'countries'];

/** Where people would be locked out, and where nobody can say that none would be. */
export function mustConfirm({ current, preview }: Weight): boolean {
  const { proposed, lockedOut } = preview;
  if (!changedFields(current, proposed).some((field) => LOCKING.includes(field))) return false;
  return lockedOut === null ? proposed.mode === 'required' : lockedOut > 0;
}

/** As people type: letters of either case, any spaces. */
function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
