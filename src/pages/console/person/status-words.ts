/** Where a person stands, why, and what follows from it, in words. */

import type { PersonAnswer } from '../../../app/report-use-cases.js';
import type { PersonStatus } from '../../../domain/person-status.js';
import type { PolicyMode } from '../../../domain/policy.js';
import type { Guest } from '../../portal/guest.js';
import type { person as english } from '../../texts/en/person.js';
import { personTexts } from '../../texts/person.js';

type Key = keyof typeof english;

export const STATUS_NAMES = {
  disabled: 'statusDisabled',
  locked: 'statusLocked',
  unreachable: 'statusUnreachable',
  enrolled: 'statusEnrolled',
  reset: 'statusReset',
  invited: 'statusInvited',
  in_grace: 'statusInGrace',
  not_enrolled: 'statusNotEnrolled',
} as const satisfies Record<PersonStatus, Key>;

const REASONS = {
  disabled: 'whyDisabled',
  locked: 'whyLocked',
  unreachable: 'whyUnreachable',
  enrolled: 'whyEnrolled',
  reset: 'whyReset',
  invited: 'whyInvited',
  in_grace: 'whyInGrace',
  not_enrolled: 'whyNotEnrolled',
} as const satisfies Record<PersonStatus, Key>;

const NEXT = {
  off: 'nextOff',
  optional: 'nextOptional',
  required: 'nextRequired',
} as const satisfies Record<PolicyMode, Key>;

/** Why a person stands where they stand. */
export function reasonWords({ locale, formats }: Guest, person: PersonAnswer): string {
  const { status, lockedForSeconds, graceUntil } = person;
  const date = graceUntil ? formats.dateTime(graceUntil) : '–';
  return personTexts(locale)(REASONS[status], { minutes: Math.ceil(lockedForSeconds / 60), date });
}

/** What happens at the next sign-in, and what can be done about it. */
export function nextWords(
  { locale, formats }: Guest,
  person: PersonAnswer,
  mode: PolicyMode,
): string {
  const t = personTexts(locale);
  const { status, enrolment } = person;
  if (mode === 'off') return t('nextOff');
  if (status === 'disabled') return t('nextDisabled');
  if (status === 'locked') return t('nextLocked');
  if (status === 'unreachable') return t('nextUnreachable');
  if (status === 'enrolled') return t('nextEnrolled');
  if (enrolment) return t('nextOpen', { date: formats.dateTime(enrolment.expiresAt) });
  if (status === 'reset') return t('nextReset');
  return t(NEXT[mode]);
}

/** Whoever has a number that was proven, whether or not it works now. */
export function hasProvenNumber({ factor }: Pick<PersonAnswer, 'factor'>): boolean {
  return factor !== null && factor.status !== 'imported';
}
