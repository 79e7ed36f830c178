/** One's own history in words: what happened, who did it, why, and from where as far as it is kept. */

import type { HistoryEntry, OpenedMessage } from '../../app/ports/history-reader.js';
import type { Actor } from '../../domain/audit-event.js';
import type { Locale } from '../../domain/texts/texts.js';
import type { Guest } from '../portal/guest.js';
import { historyTexts } from '../texts/history.js';
import { ATTEMPTS, EVENTS, MESSAGES, PURPOSES, STATUSES } from './history-keys.js';

export function whatOf(locale: Locale, entry: HistoryEntry): string {
  const t = historyTexts(locale);
  switch (entry.kind) {
    case 'attempt':
      return t(ATTEMPTS[entry.result]);
    case 'opening':
      return t(entry.message ? MESSAGES[entry.message.kind] : 'opened');
    case 'event': {
      const key = EVENTS.get(entry.event);
      return key ? t(key) : t('event_other', { event: entry.event });
    }
  }
}

/** The person themselves, somebody by role and id, the login service, or nobody but Assay. */
export function whoOf(locale: Locale, { actor, client }: HistoryEntry, userId: string): string {
  const t = historyTexts(locale);
  if (actor) return actorText(locale, actor, userId);
  if (!client) return t('assay');
  return client.name === null ? t('unnamed') : t('service', { name: client.name });
}

function actorText(locale: Locale, { role, id }: Actor, userId: string): string {
  const t = historyTexts(locale);
  if (role === 'operator') return t('operator');
  if (role === 'system') return t('system', { id });
  if (id === userId) return t('you');
  const others = { employee: 'system', admin: 'admin', support: 'support' } as const;
  return t(others[role], { id });
}

export function detailsOf(guest: Guest, entry: HistoryEntry): readonly string[] {
  const t = historyTexts(guest.locale);
  if (entry.kind === 'event')
    return entry.reason === null ? [] : [t('reason', { reason: entry.reason })];
  const why = purposeText(guest.locale, entry.purpose);
  const place = entry.kind === 'opening' && entry.message ? messageText(guest, entry.message) : [];
  return [...(why === null ? [] : [t('why', { purpose: why })]), ...place];
}

function messageText(guest: Guest, message: OpenedMessage): readonly string[] {
  const t = historyTexts(guest.locale);
  const { status, country, ipAddress, userAgent } = message;
  return [
    t(STATUSES[status]),
    t('to', { country: guest.formats.country(country) }),
    ...(ipAddress === null ? [] : [t('from_', { place: ipAddress })]),
    ...(userAgent === null ? [] : [t('withBrowser', { browser: userAgent })]),
  ];
}

/** Null for none on record. */
function purposeText(locale: Locale, purpose: string | null): string | null {
  const key = PURPOSES.get(purpose ?? '');
  return key ? historyTexts(locale)(key) : purpose;
}
