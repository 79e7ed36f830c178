/** A fresh code that was entered for one act: what is named when it is used, and the port that reads its token. */

import type { Action } from '../../domain/challenge.js';
import type { ChallengeId, ClientId, EmployeeRef } from '../../domain/ids.js';
import type { Client } from './client-store.js';

/**
 * The use of a step-up. Stores take it into the transaction of the act: it counts only if the ledger holds
 * the approval of exactly this challenge, client, person and action, younger than `STEP_UP_LIFE_MS` and
 * never used; otherwise nothing happens and the answer is `step_up_unusable` (decision 22, R048).
 */
export interface StepUpUse extends EmployeeRef {
  readonly challengeId: ChallengeId;
  readonly clientId: ClientId;
  readonly action: Action;
}

export interface StepUpTokens {
  /**
   * What a step-up token of this service for this client says. Undefined for everything else: altered,
   * expired, another client's, another service's, a sign-in token (RFC 8725 3.11, R048).
   */
  read(token: string, client: Client): StepUpUse | undefined;
}
