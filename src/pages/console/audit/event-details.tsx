/** Why something happened and what it changed; the rest of what is on record, folded away. */

import type { VNode } from 'preact';

import type { RecordedAuditEvent } from '../../../app/ports/audit-log.js';
import { Details as Folded } from '../../components/details.js';
import { Facts } from '../../components/facts.js';
import type { Guest } from '../../portal/guest.js';
import { auditTexts } from '../../texts/audit.js';
import { policyTexts } from '../../texts/policy.js';

export interface DetailsProps {
  readonly guest: Guest;
  readonly event: RecordedAuditEvent;
}

export function Details({ guest, event }: DetailsProps): VNode {
  const t = auditTexts(guest.locale);
  const { reason, ...rest } = event.facts;
  const isPolicy = event.kind === 'policy.changed';
  const changes = isPolicy
    ? Object.entries(rest).flatMap(([name, fact]) => change(guest, name, fact))
    : [];
  return (
    <>
      {typeof reason === 'string' && reason !== '' && <div>{t('reason', { reason })}</div>}
      {changes.map((line) => (
        <div>{line}</div>
      ))}
      <Folded summary={t('record')}>
        <Facts facts={recordOf(event)} />
      </Folded>
    </>
  );
}

const SETTINGS = {
  mode: 'mode',
  enforceFrom: 'enforceFrom',
  enrolmentDays: 'enrolmentDays',
  countries: 'countries',
  smsPerDay: 'smsPerDay',
} as const;
type Setting = keyof typeof SETTINGS;

/** `"off" -> "required"`, as a change of the policy is kept. */
const CHANGE = /^(.*) -> (.*)$/s;

function change(guest: Guest, name: string, fact: unknown): readonly string[] {
  const [, before, after] = typeof fact === 'string' ? (CHANGE.exec(fact) ?? []) : [];
  if (before === undefined || after === undefined || !isSetting(name)) return [];
  const values = { before: valueWords(guest, before), after: valueWords(guest, after) };
  const setting = policyTexts(guest.locale)(SETTINGS[name], { zone: guest.company.timeZone });
  return [auditTexts(guest.locale)('change', { setting, ...values })];
}

function isSetting(name: string): name is Setting {
  return Object.hasOwn(SETTINGS, name);
}

const MODES: Readonly<Record<string, 'modeOff' | 'modeOptional' | 'modeRequired'>> = {
  off: 'modeOff',
  optional: 'modeOptional',
  required: 'modeRequired',
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Of what cannot be read, nothing is made up: it stands as it is on record. */
function valueWords(guest: Guest, json: string): string {
  const value = parse(json);
  if (value === null) return '–';
  if (Array.isArray(value))
    return value.map((each) => JSON.stringify(each).replace(/^"|"$/g, '')).join(', ');
  if (typeof value !== 'string' && typeof value !== 'number') return json;
  const text = String(value);
  const mode = Object.hasOwn(MODES, text) ? MODES[text] : undefined;
  if (mode) return policyTexts(guest.locale)(mode);
  return INSTANT.test(text) ? guest.formats.dateTime(new Date(text)) : text;
}

/** Those of a setting: text, a number, a list of countries, none. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** As it is on record, for whoever compares it with logs. */
function recordOf({ kind, correlationId, clientId, facts }: RecordedAuditEvent) {
  const shown = { kind, clientId, correlationId, ...facts };
  return Object.entries(shown).map(([term, value]) => ({
    term: <code>{term}</code>,
    value: <code>{Array.isArray(value) ? value.join(', ') : String(value)}</code>,
  }));
}
