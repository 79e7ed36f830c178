/** What somebody can do instead of waiting for a message that a limit refused. */

import type { Alternative, ErrorCode, RefusalFacts } from '../errors.js';
import type { SendLimit } from '../../domain/send-limit.js';

/** Whoever can do something about a limit; nobody can about the others, which protect a person or a number. */
const ASK: Readonly<Partial<Record<SendLimit, Alternative>>> = {
  company_day: 'ask_administrator',
  unproven_company_day: 'ask_administrator',
  client_hour: 'ask_operator',
  unproven_client_hour: 'ask_operator',
  address_hour: 'ask_operator',
  unproven_address_hour: 'ask_operator',
  country_day: 'ask_operator',
  unproven_country_day: 'ask_operator',
  service_day: 'ask_operator',
  unproven_service_day: 'ask_operator',
  prefix_conversion: 'ask_operator',
};

export interface Refused {
  readonly code: ErrorCode;
  readonly facts: RefusalFacts;
}

/** `hasCode`: a code of this challenge is out, and may still arrive or be read again. */
export function alternativesTo({ code, facts }: Refused, hasCode: boolean): Alternative[] {
  const { limit } = facts;
  const ask = code === 'factor_locked' ? 'ask_administrator' : limit && askedAbout(limit);
  const canEnter = hasCode && code !== 'factor_locked';
  return [...(canEnter ? ['enter_code' as const] : []), 'wait', ...(ask ? [ask] : [])];
}

function askedAbout(limit: string): Alternative | undefined {
  return Object.entries(ASK).find(([name]) => name === limit)?.[1];
}
