/** Who changed a company's policy last, when and why, as the audit has it. */

import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';
import type { ConsolePagesDeps } from '../console-deps.js';

/** In words; null where nobody ever did. */
export async function lastChange(
  { useCases }: Pick<ConsolePagesDeps, 'useCases'>,
  guest: Guest,
): Promise<string | null> {
  const { companyId } = guest.session;
  const request = { kind: 'policy.changed', limit: 1, cursor: null } as const;
  const { items } = await useCases.listAuditEvents(guest.call(), companyId, request);
  const [event] = items;
  if (!event) return null;
  const t = policyTexts(guest.locale);
  const { reason } = event.facts;
  const who = event.actor ? t(ROLE_NAMES[event.actor.role], { id: event.actor.id }) : '–';
  const facts = { who, date: guest.formats.dateTime(event.at) };
  return typeof reason === 'string' && reason !== ''
    ? t('lastChangeWhy', { ...facts, reason })
    : t('lastChange', facts);
}

const ROLE_NAMES = {
  admin: 'byAdmin',
  employee: 'byOther',
  support: 'byOther',
  system: 'bySystem',
  operator: 'byOperator',
} as const;
