/** Which text of area `history` says what happened, and why. */

import type { AttemptResult, OpenedMessage } from '../../app/ports/history-reader.js';
import type { history as english } from '../texts/en/history.js';

type Key = keyof typeof english;

export const ATTEMPTS: Readonly<Record<AttemptResult, Key>> = {
  approved: 'attempt_approved',
  failed: 'attempt_failed',
  locked: 'attempt_locked',
  replayed: 'attempt_replayed',
  canceled: 'attempt_canceled',
  skipped: 'attempt_skipped',
};

export const MESSAGES: Readonly<Record<OpenedMessage['kind'], Key>> = {
  code: 'message_code',
  notice: 'message_notice',
};

export const STATUSES: Readonly<Record<OpenedMessage['status'], Key>> = {
  opened: 'status_opened',
  accepted: 'status_accepted',
  rejected: 'status_rejected',
  unavailable: 'status_unavailable',
  unknown: 'status_unknown',
};

/** By purpose; others are shown as they are. */
export const PURPOSES: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['sign_in', 'purpose_sign_in'],
  ['step_up', 'purpose_step_up'],
  ['enrol_phone', 'purpose_enrol_phone'],
  ['change_phone', 'purpose_change_phone'],
  ['reset_notice', 'purpose_reset_notice'],
  ['change_notice', 'purpose_change_notice'],
  ['removal_notice', 'purpose_removal_notice'],
  ['view_phone', 'purpose_view_phone'],
]);

/** By kind of audit event; a newer release beside this one writes kinds that this one does not know. */
export const EVENTS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['phone.viewed', 'event_phone_viewed'],
  ['factor.enrolled', 'event_factor_enrolled'],
  ['factor.changed', 'event_factor_changed'],
  ['factor.removed', 'event_factor_removed'],
  ['factor.disabled', 'event_factor_disabled'],
  ['factor.reset', 'event_factor_reset'],
  ['factor.erased', 'event_factor_erased'],
  ['enrolment.granted', 'event_enrolment_granted'],
  ['employee.listed', 'event_employee_listed'],
  ['send.limited', 'event_send_limited'],
  ['portal.opened', 'event_portal_opened'],
  ['portal.entered', 'event_portal_entered'],
  ['portal.ended', 'event_portal_ended'],
  ['challenge.disowned', 'event_challenge_disowned'],
]);
