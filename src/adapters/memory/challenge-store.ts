/** ChallengeStore in this process, for the embedded start and for tests; two processes would not share it. */

import { randomBytes } from 'node:crypto';

import type {
  AttemptCommand,
  DestinationCommand,
  EndCommand,
  OpenCommand,
  ReceiptCommand,
  RepeatCommand,
  ResendCommand,
  SettleCommand,
} from '../../app/ports/challenge-commands.js';
import type {
  AttemptOutcome,
  OpenOutcome,
  ReserveOutcome,
} from '../../app/ports/challenge-outcomes.js';
import type { ChallengeStore } from '../../app/ports/challenge-store.js';
import type { Challenge } from '../../domain/challenge.js';
import type { ChallengeId, ClientId, EmployeeRef } from '../../domain/ids.js';
import { attemptCode } from './attempt-code.js';
import { cancelAll, endChallenge } from './end-challenge.js';
import { openChallenge } from './open-challenge.js';
import { recordReceipt } from './record-receipt.js';
import { Records } from './records.js';
import { reserveRepeat } from './repeat-send.js';
import { reserveDestination, reserveResend } from './reserve-send.js';
import { settleSend } from './settle-send.js';
import { viewOf } from './view.js';

/** Ids look like those of Redis: three hex digits, here random too, then 144 random bits (R011). */
const RANDOM_BYTES = 18;

/**
 * Each body is synchronous up to its return, so the event loop makes it atomic; that is the whole
 * reason there is no `await` below. Held equal to the Redis store by contract and model test (decision 40).
 */
export class MemoryChallengeStore implements ChallengeStore {
  readonly #records: Records;

  /** `now` answers milliseconds since 1970. */
  constructor(now: () => number) {
    this.#records = new Records(now);
  }

  newId(): ChallengeId {
    const partition = randomBytes(2).toString('hex').slice(1);
    return `chl_${partition}${randomBytes(RANDOM_BYTES).toString('base64url')}` as ChallengeId;
  }

  async open(command: OpenCommand): Promise<OpenOutcome> {
    return openChallenge(this.#records, command);
  }

  async reserveResend(command: ResendCommand): Promise<ReserveOutcome> {
    return reserveResend(this.#records, command);
  }

  async reserveDestination(command: DestinationCommand): Promise<ReserveOutcome> {
    return reserveDestination(this.#records, command);
  }

  async reserveRepeat(command: RepeatCommand): Promise<ReserveOutcome> {
    return reserveRepeat(this.#records, command);
  }

  async recordReceipt(command: ReceiptCommand): Promise<void> {
    recordReceipt(this.#records, command);
  }

  async settleSend(command: SettleCommand): Promise<void> {
    settleSend(this.#records, command);
  }

  async read(id: ChallengeId, clientId: ClientId): Promise<Challenge | undefined> {
    const challenge = viewOf(this.#records, id);
    return challenge?.clientId === clientId ? challenge : undefined;
  }

  async attempt(command: AttemptCommand): Promise<AttemptOutcome> {
    return attemptCode(this.#records, command);
  }

  async end(command: EndCommand): Promise<boolean> {
    return endChallenge(this.#records, command);
  }

  async cancelAll(employee: EmployeeRef): Promise<void> {
    cancelAll(this.#records, employee);
  }
}
