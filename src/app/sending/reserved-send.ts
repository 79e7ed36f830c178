/** What one send of a code is made of, from its reservation to its settlement. */

import type { SecretCode } from '../../domain/code.js';
import type { MessageId } from '../../domain/ids.js';
import type { Call } from '../call.js';
import type { Callback } from '../delivery/callback.js';
import type { PendingChallenge } from '../sign-in/challenge-answer.js';
import type { Destination } from './destination.js';
import type { ChallengeStore } from '../ports/challenge-store.js';
import type { Clock } from '../ports/clock.js';
import type { Events } from '../ports/events.js';
import type { MessageStore } from '../ports/message-store.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import type { SmsSender } from '../ports/sms-sender.js';
import type { SendSwitch } from './send-switch.js';
import type { BudgetDeps } from './take-budgets.js';
import type { ServiceRules } from '../service-rules.js';

export interface SendCodeDeps extends BudgetDeps {
  readonly challenges: ChallengeStore;
  readonly messages: MessageStore;
  readonly sender: SmsSender;
  readonly sendSwitch: Pick<SendSwitch, 'requireOn'>;
  readonly events: Events;
  readonly clock: Clock;
  readonly rules: Pick<ServiceRules, 'sendLimits' | 'publicUrl' | 'receiptsUrl'>;
}

/** The phone a code goes to, as far as a send needs to know it. */
export type SendFactor = Pick<StoredPhone, 'factorId' | 'version' | 'state' | 'index' | 'holders'>;

/** A send that the pending store has reserved. */
export interface ReservedSend {
  readonly call: Call;
  readonly person: Person;
  readonly challenge: PendingChallenge;
  readonly factor: SendFactor;
  readonly destination: Destination;
  readonly messageId: MessageId;
  readonly callback: Callback | null;
  /** Of an automatic repeat: the message that did not arrive. */
  readonly repeats?: MessageId;
  readonly code: SecretCode;
  /** Commits the opening of the number and the message; throws to stop the send. */
  readonly record: () => Promise<void>;
}
