/** The closed list of what the audit records, and the facts each event may carry. No number, no code. */

import type { ClientId, CompanyId, UserId } from './ids.js';

/** Who caused a call, as the caller says: `Assay-Actor: admin|employee|support|system:<id>`. */
export interface Actor {
  readonly role: 'admin' | 'employee' | 'support' | 'system' | 'operator';
  readonly id: string;
}

export const AUDIT_KINDS = [
  'challenge.enrolment_required',
  'challenge.not_required',
  'challenge.approved',
  'challenge.failed',
  'challenge.locked',
  'challenge.replayed',
  'challenge.canceled',
  'challenge.skipped',
  'challenge.disowned',
  'send.accepted',
  'send.refused',
  'send.unknown',
  'send.limited',
  'send.near_limit',
  'delivery.reported',
  'phone.opened',
  'phone.viewed',
  'factor.enrolled',
  'factor.changed',
  'factor.removed',
  'factor.disabled',
  'factor.reset',
  'factor.erased',
  'enrolment.granted',
  'employee.listed',
  'roster.imported',
  'portal.opened',
  'portal.entered',
  'portal.ended',
  'company.created',
  'company.changed',
  'policy.changed',
  'client.created',
  'client.revoked',
  'client.credential_added',
  'signing_key.rotated',
  'sends.paused',
  'sends.resumed',
  'sends.prefix_reopened',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditEvent {
  readonly kind: AuditKind;
  readonly companyId: CompanyId | null;
  readonly userId: UserId | null;
  readonly clientId: ClientId | null;
  readonly actor: Actor | null;
  /** The request's id, or the command's. */
  readonly correlationId: string;
  /** Closed, short, printable facts: names, states, before and after. Never a number, code or secret. */
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}
