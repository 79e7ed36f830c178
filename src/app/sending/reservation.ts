/** What the pending store is told of a send before it happens. */

import type { Channel } from '../../domain/challenge.js';
import type { MessageId } from '../../domain/ids.js';
import type { CodeDigest, SendReservation } from '../ports/challenge-commands.js';
import type { IssuedCode } from '../ports/code-book.js';
import type { SendFactor } from './reserved-send.js';
import type { ServiceRules } from '../service-rules.js';

interface Send {
  readonly factor: SendFactor;
  readonly messageId: MessageId;
  readonly channel: Channel;
  /** BCP 47, of the words. */
  readonly locale: string;
}

export function reservationOf({ factor, messageId, channel, locale }: Send): SendReservation {
  return {
    messageId,
    factorId: factor.factorId,
    factorVersion: factor.version,
    factorState: factor.state,
    numberKey: factor.index,
    channel,
    locale,
  };
}

export function digestOf(issued: IssuedCode, rules: ServiceRules): CodeDigest {
  return {
    keyId: issued.keyId,
    digest: issued.digest,
    codeLength: rules.codeLength,
    ttlMs: rules.codeTtlMs,
  };
}
