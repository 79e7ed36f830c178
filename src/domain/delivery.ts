/** What becomes of a message after the provider took it, in closed words, and which word may follow which. */

/** What the provider reports later on; it only moves forward, and the last two are final. */
export const RECEIPT_STATUSES = ['sent', 'delivered', 'undelivered'] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];

/** `accepted`: the provider took it; `unknown`: the connection broke before it said so. */
export type DeliveryStatus = 'accepted' | 'unknown' | ReceiptStatus;

/**
 * Why a message did not arrive; T08 to T15 in the words of the API. `unreachable`: the number is wrong, gone
 * or of the wrong kind. `temporary`: the handset is off, or the network was busy. `carrier`: refused without
 * a reason that is known. `provider`: account, sender or content; only an operator can help.
 */
export const UNDELIVERED_REASONS = [
  'unreachable',
  'opted_out',
  'blocked',
  'temporary',
  'no_answer',
  'destination_not_allowed',
  'carrier',
  'provider',
] as const;
export type UndeliveredReason = (typeof UNDELIVERED_REASONS)[number];

/** Nothing more is sent to the number by this channel for a day: asking again cannot help (T08, T10). */
const LASTING: ReadonlySet<UndeliveredReason> = new Set(['unreachable', 'opted_out', 'blocked']);

export function isLasting(reason: UndeliveredReason | null): boolean {
  return reason !== null && LASTING.has(reason);
}

/** A late `sent` undoes nothing, and the first final word stays (R043). */
export function movesForward(from: ReceiptStatus | null, to: ReceiptStatus): boolean {
  return from === null || (from === 'sent' && to !== 'sent');
}
