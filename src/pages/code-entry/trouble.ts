/** What a person is told when a code was not accepted or a message not sent. */

import {
  RefusalError,
  StoreUnavailableError,
  type Alternative,
  type ErrorCode,
  type RefusalFacts,
} from '../../app/errors.js';
import type { Channel } from '../../domain/challenge.js';
import type { Locale } from '../../domain/texts/texts.js';
import type { PageStatus } from '../page.js';
import { codeEntryTexts } from '../texts/code-entry.js';
import { malformedCodeText } from './malformed-code.js';
import { waitText } from './wait.js';

export interface Trouble {
  readonly text: string;
  readonly status: PageStatus;
  /** Whether it belongs to the code's field; else it stands at the top of the page. */
  readonly isAboutCode: boolean;
  /** A text was refused, and a call is left. */
  readonly canCall?: boolean;
}

export interface TroubleFacts {
  readonly locale: Locale;
  /** The code that was sent, where one was. */
  readonly sent: string;
  /** Digits. */
  readonly codeLength: number;
}

type Key = Parameters<ReturnType<typeof codeEntryTexts>>[0];

/** What is said of a refusal, with its wait or the tries that are left filled in. */
const SAID: Readonly<Partial<Record<ErrorCode, readonly [Key, PageStatus]>>> = {
  code_incorrect: ['codeIncorrect', 422],
  factor_locked: ['codeLocked', 429],
  code_not_sent: ['codeNotSent', 409],
  factor_disabled: ['factorDisabled', 409],
  resend_cooldown: ['sendTooSoon', 429],
  send_limit_reached: ['sendLimit', 429],
  challenge_expiring: ['sendExpiring', 409],
  phone_not_reachable: ['phoneUnreachable', 422],
  destination_not_allowed: ['countryNotAllowed', 422],
  sms_unavailable: ['smsUnavailable', 503],
  temporarily_unavailable: ['busy', 503],
};

/**
 * Undefined for what another page has to say: an end of the challenge, which its own page shows, and
 * whatever was not expected, which the caller throws on.
 */
export function troubleOf(error: unknown, facts: TroubleFacts): Trouble | undefined {
  const { locale, sent, codeLength } = facts;
  const t = codeEntryTexts(locale);
  if (error instanceof StoreUnavailableError)
    return { text: t('busy'), status: 503, isAboutCode: false };
  if (!(error instanceof RefusalError)) return undefined;
  if (error.facts.errors?.some(({ pointer }) => pointer === '#/code'))
    return { text: malformedCodeText(locale, sent, codeLength), status: 422, isAboutCode: true };
  const [key, status] = SAID[error.code] ?? [];
  if (key === undefined || status === undefined) return undefined;
  const canCall = isLeft(error, 'call');
  const others = [...(canCall ? [t('canCall')] : []), ...alternativesText(locale, error.facts)];
  const text = [refusalText(locale, error, key), ...others].join(' ');
  return { text, status, canCall, isAboutCode: error.code === 'code_incorrect' };
}

function refusalText(locale: Locale, error: RefusalError, key: Key): string {
  const { retryAfterSeconds = 1, attemptsRemaining: tries = 0 } = error.facts;
  const facts = { tries, wait: waitText(locale, retryAfterSeconds) };
  // Where a text is left, it was a call that did not get through.
  const isCall = error.code === 'phone_not_reachable' && isLeft(error, 'sms');
  return codeEntryTexts(locale)(isCall ? 'phoneNotCallable' : key, facts);
}

function isLeft({ facts }: RefusalError, channel: Channel): boolean {
  return facts.availableChannels?.includes(channel) ?? false;
}

/** Waiting is said already; people reach the operator through their company. */
const CAN: Readonly<Partial<Record<Alternative, Key>>> = {
  enter_code: 'canEnterCode',
  ask_administrator: 'canAskAdministrator',
  ask_operator: 'canAskSupport',
};

function alternativesText(locale: Locale, { alternatives = [] }: RefusalFacts): string[] {
  const t = codeEntryTexts(locale);
  return alternatives.flatMap((alternative) => {
    const key = CAN[alternative];
    return key === undefined ? [] : [t(key)];
  });
}

const ENDS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'challenge_approved',
  'challenge_canceled',
  'challenge_expired',
  'max_attempts_reached',
  'idempotency_in_progress',
]);

/** Whether the page as it stands by now says it best. */
export function isEnded(error: unknown): boolean {
  return error instanceof RefusalError && ENDS.has(error.code);
}
