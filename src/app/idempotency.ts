/** Recognises a repeated request by its Idempotency-Key (decision 16). */

import type { Call } from './call.js';
import type { Idempotency } from './ports/challenge-commands.js';
import type { RequestDigests } from './ports/request-digests.js';

export type Operation =
  'start' | 'verify' | 'verify_on_page' | 'resend' | 'enrolment' | 'reset' | 'phone';

/** Null without a key. `body` is everything the request says, path included. */
export function idempotencyOf(
  digests: RequestDigests,
  call: Call,
  request: { readonly operation: Operation; readonly body: unknown },
): Idempotency | null {
  if (call.idempotencyKey === null) return null;
  const { clientId } = call.client;
  return {
    key: digests.idempotencyDigest(clientId, request.operation, call.idempotencyKey),
    fingerprint: digests.fingerprint(request.body),
  };
}
