/** What Twilio's answers mean: a sourced table of its error codes, then what the status alone tells. */

import type { ProviderFault, SmsOutcome } from '../../app/ports/sms-sender.js';

type Rejection = Extract<SmsOutcome, { kind: 'rejected' }>['reason'];
type Meaning = { readonly rejected: Rejection } | { readonly unavailable: ProviderFault };

/**
 * Codes of synchronous answers that this service tells apart; T rows are of the security requirements.
 * @see {@link https://www.twilio.com/docs/api/errors}
 */
const MEANINGS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  // T08: the number is wrong or cannot get SMS.
  [21211, { rejected: 'unreachable' }],
  [21614, { rejected: 'unreachable' }],
  [60205, { rejected: 'unreachable' }],
  // The same for a call: cannot be reached, is none, no carrier takes it.
  [21214, { rejected: 'unreachable' }],
  [21217, { rejected: 'unreachable' }],
  [13223, { rejected: 'unreachable' }],
  [13224, { rejected: 'unreachable' }],
  // T09: region not enabled, or blocked as fraud.
  [21408, { rejected: 'destination_not_allowed' }],
  [30450, { rejected: 'destination_not_allowed' }],
  [60410, { rejected: 'destination_not_allowed' }],
  [60605, { rejected: 'destination_not_allowed' }],
  // The same for a call: geographic permissions, a number held for costly or fraudulent, one Twilio bars.
  [21215, { rejected: 'destination_not_allowed' }],
  [21216, { rejected: 'destination_not_allowed' }],
  [13225, { rejected: 'destination_not_allowed' }],
  [13227, { rejected: 'destination_not_allowed' }],
  [32205, { rejected: 'destination_not_allowed' }],
  // T10: the person answered STOP.
  [21610, { rejected: 'opted_out' }],
  // T11: no route to this number, or a sender that is set up wrongly.
  [21612, { rejected: 'unreachable' }],
  [21212, { unavailable: 'sender' }],
  [21606, { unavailable: 'sender' }],
  [21608, { unavailable: 'sender' }],
  // A caller that is not ours, or a trial account that may call verified numbers alone.
  [21210, { unavailable: 'sender' }],
  [21213, { unavailable: 'sender' }],
  [21219, { unavailable: 'sender' }],
  // T13: too much at once.
  [20429, { unavailable: 'rate' }],
  [21611, { unavailable: 'rate' }],
  [30022, { unavailable: 'rate' }],
  [63017, { unavailable: 'rate' }],
  // More calls at once than the account may have.
  [10004, { unavailable: 'rate' }],
  // T14: the account; nothing but an operator helps.
  [20003, { unavailable: 'account' }],
  [20404, { unavailable: 'account' }],
  [30002, { unavailable: 'account' }],
  [60728, { unavailable: 'account' }],
  [63038, { unavailable: 'account' }],
  // T15: what the message holds, or a privacy flag that the account lacks.
  [21617, { unavailable: 'content' }],
  [30029, { unavailable: 'content' }],
  [30030, { unavailable: 'content' }],
]);

/** The same code in a report: why it did not arrive. Undefined for a code that is not known here. */
export function rejectionOf(code: number): Rejection | 'provider' | undefined {
  const meaning = MEANINGS.get(code);
  if (meaning === undefined) return undefined;
  return 'rejected' in meaning ? meaning.rejected : 'provider';
}

/** What an answer that is not 2xx means. `code` is Twilio's own, null where the body held none. */
export function outcomeOfAnswer(status: number, code: number | null): SmsOutcome {
  const meaning = (code === null ? undefined : MEANINGS.get(code)) ?? {
    unavailable: faultOf(status),
  };
  if ('rejected' in meaning)
    return { kind: 'rejected', reason: meaning.rejected, providerCode: code };
  return { kind: 'unavailable', cause: meaning.unavailable, providerCode: code };
}

/**
 * Whether the same send may succeed a moment later: 429 with no other reason than the rate (R115).
 * A full queue or a used-up daily limit also come as 429 and do not pass within seconds.
 */
export function isWorthRepeating(outcome: SmsOutcome): boolean {
  if (outcome.kind !== 'unavailable' || outcome.cause !== 'rate') return false;
  return outcome.providerCode === null || outcome.providerCode === 20429;
}

/**
 * Whether the provider as a whole is at fault, which is what the breaker counts. A send without an
 * answer counts too: a provider that hangs is down.
 */
export function isProviderFault(outcome: SmsOutcome): boolean {
  if (outcome.kind === 'unknown') return true;
  return outcome.kind === 'unavailable' && OF_THE_PROVIDER.has(outcome.cause);
}

const OF_THE_PROVIDER: ReadonlySet<ProviderFault> = new Set<ProviderFault>([
  'connection',
  'rate',
  'account',
  'server',
]);

/** An unknown 4xx is blamed on the message: it was refused, and only this one is known to be. */
function faultOf(status: number): ProviderFault {
  if (status === 429) return 'rate';
  if (status === 401 || status === 403 || status === 404) return 'account';
  return status >= 400 && status < 500 ? 'content' : 'server';
}
