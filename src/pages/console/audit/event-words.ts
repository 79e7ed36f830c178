/** Events of the records in words: what happened, and who did it. */

import type { RecordedAuditEvent } from '../../../app/ports/audit-log.js';
import type { Actor, AuditKind } from '../../../domain/audit-event.js';
import type { Locale } from '../../../domain/texts/texts.js';
import type { audit as english } from '../../texts/en/audit.js';
import { auditTexts } from '../../texts/audit.js';

type Key = keyof typeof english;

const KINDS: Readonly<Record<AuditKind, Key>> = {
  'challenge.enrolment_required': 'askedToRegister',
  'challenge.not_required': 'notAsked',
  'challenge.approved': 'approved',
  'challenge.failed': 'failed',
  'challenge.locked': 'locked',
  'challenge.replayed': 'replayed',
  'challenge.canceled': 'canceled',
  'challenge.skipped': 'skipped',
  'challenge.disowned': 'disowned',
  'send.accepted': 'sent',
  'send.refused': 'sendRefused',
  'send.unknown': 'sendUnknown',
  'send.limited': 'sendLimited',
  'send.near_limit': 'sendNearLimit',
  'delivery.reported': 'deliveryReported',
  'phone.opened': 'numberOpened',
  'phone.viewed': 'numberViewed',
  'factor.enrolled': 'registered',
  'factor.changed': 'changed',
  'factor.removed': 'removed',
  'factor.disabled': 'disabled',
  'factor.reset': 'reset',
  'factor.erased': 'erased',
  'enrolment.granted': 'invited',
  'employee.listed': 'listed',
  'roster.imported': 'imported',
  'portal.opened': 'linkIssued',
  'portal.entered': 'entered',
  'portal.ended': 'left',
  'company.created': 'companyCreated',
  'company.changed': 'companyChanged',
  'policy.changed': 'policyChanged',
  'client.created': 'clientCreated',
  'client.revoked': 'clientRevoked',
  'client.credential_added': 'credentialAdded',
  'signing_key.rotated': 'keyRotated',
  'sends.paused': 'sendsPaused',
  'sends.resumed': 'sendsResumed',
  'sends.prefix_reopened': 'prefixReopened',
};

/** A newer release beside this one writes kinds that this one does not know: told as they are. */
export function kindWords(locale: Locale, kind: string): string {
  const known = Object.entries(KINDS).find(([each]) => each === kind);
  return known ? auditTexts(locale)(known[1]) : kind;
}

const ROLES: Readonly<Record<Actor['role'], Key>> = {
  admin: 'byAdmin',
  employee: 'byEmployee',
  support: 'bySupport',
  system: 'bySystem',
  operator: 'byOperator',
};

/** Whoever enters a code is the person themselves; else by role and id, or by a service alone. */
export function whoWords(locale: Locale, { actor, clientId, kind }: RecordedAuditEvent): string {
  const t = auditTexts(locale);
  if (actor)
    return Object.hasOwn(ROLES, actor.role) ? t(ROLES[actor.role], { id: actor.id }) : actor.id;
  if (kind.startsWith('challenge.')) return t('byPerson');
  return clientId === null ? t('byAssay') : t('bySystem', { id: clientId });
}
