/** What Twilio's reports mean: states of messages and calls, and a sourced table of the codes of failures. */

import type { Receipt } from '../../app/ports/receipt-store.js';
import type { ReceiptStatus, UndeliveredReason } from '../../domain/delivery.js';
import { rejectionOf } from './outcomes.js';

type Parameters = Readonly<Record<string, string | readonly string[]>>;

/**
 * States that say something of the delivery (T21). `sent` is no proof of it, and some carriers never say more.
 * @see {@link https://www.twilio.com/docs/messaging/api/message-resource#message-status-values}
 */
const MESSAGE_STATES: ReadonlyMap<string, ReceiptStatus> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'undelivered'],
  ['canceled', 'undelivered'],
]);

/**
 * A call that was answered and came to its end spoke the code; who or what listened is not known.
 * @see {@link https://www.twilio.com/docs/voice/api/call-resource#call-status-values}
 */
const CALL_STATES: ReadonlyMap<string, ReceiptStatus> = new Map([
  ['ringing', 'sent'],
  ['in-progress', 'sent'],
  ['completed', 'delivered'],
  ['busy', 'undelivered'],
  ['no-answer', 'undelivered'],
  ['failed', 'undelivered'],
  ['canceled', 'undelivered'],
]);

/**
 * Codes that come with a report alone, beside those of answers; T rows are of the security requirements.
 * @see {@link https://www.twilio.com/docs/api/errors}
 */
const REASONS: ReadonlyMap<number, UndeliveredReason> = new Map<number, UndeliveredReason>([
  // T08: unknown or inactive, a landline, or a carrier that cannot be reached.
  [30005, 'unreachable'],
  [30006, 'unreachable'],
  // T10: the carrier or the person bars it.
  [30004, 'blocked'],
  // T12: a repeat may arrive.
  [30001, 'temporary'],
  [30003, 'temporary'],
  [30008, 'temporary'],
  [30410, 'temporary'],
  // T13 to T15: rate, account, filter and registration; no repeat helps, an operator may.
  [30002, 'provider'],
  [30007, 'provider'],
  [30022, 'provider'],
  [30034, 'provider'],
]);

/** The network's own word for "there is no such number" (RFC 3261 section 21). */
const NO_SUCH_NUMBER: ReadonlySet<string> = new Set(['404', '410', '484', '604']);

/** Names a message or call: two letters and hexadecimal digits, of which no more is known here. */
const SID = /^[A-Z]{2}[0-9A-Za-z]{1,62}$/;
const CODE = /^[1-9]\d{1,5}$/;

/** The report in our words; a state that is not known says nothing (T20). */
export function receiptOf(parameters: Parameters): Receipt {
  const callState = textOf(parameters, 'CallStatus');
  const [kind, state] =
    callState === null
      ? ([MESSAGE, messageStateOf(parameters)] as const)
      : ([CALL, callState] as const);
  const status = kind.states.get(state) ?? null;
  const providerId = namedBy(parameters, kind.names);
  if (status !== 'undelivered') return { providerId, status, reason: null, providerCode: null };
  const failure = {
    state,
    providerCode: codeOf(parameters),
    sipCode: textOf(parameters, 'SipResponseCode'),
  };
  return { providerId, status, reason: kind.reasonOf(failure), providerCode: failure.providerCode };
}

const MESSAGE = { states: MESSAGE_STATES, names: 'MessageSid', reasonOf: messageReason };
const CALL = { states: CALL_STATES, names: 'CallSid', reasonOf: callReason };

function messageStateOf(parameters: Parameters): string {
  return textOf(parameters, 'MessageStatus') ?? textOf(parameters, 'SmsStatus') ?? '';
}

function namedBy(parameters: Parameters, name: string): string | null {
  const sid = textOf(parameters, name) ?? '';
  return SID.test(sid) ? sid : null;
}

function codeOf(parameters: Parameters): number | null {
  const code = textOf(parameters, 'ErrorCode') ?? '';
  return CODE.test(code) ? Number(code) : null;
}

interface Failure {
  readonly state: string;
  readonly providerCode: number | null;
  readonly sipCode: string | null;
}

function messageReason({ state, providerCode }: Failure): UndeliveredReason {
  if (state === 'canceled') return 'provider';
  return codeReason(providerCode) ?? 'carrier';
}

function callReason({ state, providerCode, sipCode }: Failure): UndeliveredReason {
  if (state === 'busy' || state === 'no-answer') return 'no_answer';
  if (state === 'canceled') return 'provider';
  if (sipCode !== null && NO_SUCH_NUMBER.has(sipCode)) return 'unreachable';
  return codeReason(providerCode) ?? 'carrier';
}

function codeReason(code: number | null): UndeliveredReason | undefined {
  return code === null ? undefined : (REASONS.get(code) ?? rejectionOf(code));
}

/** A parameter that is given twice is none. */
function textOf(parameters: Parameters, name: string): string | null {
  const value = parameters[name];
  return typeof value === 'string' ? value : null;
}
