/** What a meter of one owner holds in this process. */

import type { Cap } from '../../app/ports/send-budget.js';
import type { MessageId } from '../../domain/ids.js';

/** Changed in place: what is read is never kept. */
export interface Tally {
  /** How long the tally outlives its last message. Milliseconds. */
  readonly lifeMs: number;
  /** Forgets what is out of every window; answers what is left. */
  held(now: number): number;
  has(messageId: MessageId): boolean;
  count(messageId: MessageId, now: number): void;
  giveBack(messageId: MessageId): void;
  /** Milliseconds until `most` is not reached any more. */
  waitMs(cap: Pick<Cap, 'most' | 'windowMs'>, now: number): number;
  /** Of the last message that was counted; null where single messages are not kept. */
  latestAt(): number | null;
}
