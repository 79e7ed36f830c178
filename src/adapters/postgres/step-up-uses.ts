/** Using a step-up, inside the transaction of the act that it allows (decision 22). */

import type { StepUpUse } from '../../app/ports/step-up.js';
import type { ChallengeId, MessageId } from '../../domain/ids.js';
import { STEP_UP_LIFE_MS } from '../../domain/limits.js';
import type { DatabaseConnection, Statement } from './database.js';

type Connection = Pick<DatabaseConnection, 'rows'>;

/** $1 challenge, $2 client, $3 company, $4 user, $5 action, $6 message, $7 milliseconds it is good for. */
const USE: Statement = {
  name: 'assay_use_step_up',
  text: `
    INSERT INTO step_up_uses (challenge_id, message_id)
    SELECT a.id, $6::text FROM attempts a
    WHERE a.id = $1 AND a.outcome = 'approved' AND a.purpose = 'step_up' AND a.client_id = $2
      AND a.company_id = $3 AND a.user_id = $4 AND a.action = $5
      AND a.created_at > clock_timestamp() - interval '1 millisecond' * $7::integer
    ON CONFLICT (challenge_id) DO NOTHING
    RETURNING challenge_id`,
};

/** $1 message. */
const GIVE_BACK: Statement = {
  name: 'assay_give_back_step_up',
  text: 'DELETE FROM step_up_uses WHERE message_id = $1',
};

/** $1 challenge. The same question is asked by `attempt_may_replace_v1`, when the number is proven. */
const RESTS: Statement = {
  name: 'assay_rests_on_step_up',
  text: 'SELECT 1 AS found WHERE attempt_may_replace_v1($1)',
};

/**
 * Whether the act may go on. Parallel uses of one step-up wait for each other at its key, and one of them
 * is told yes. With a message the use is given back should that be refused.
 */
export async function useStepUp(
  { rows }: Connection,
  stepUp: StepUpUse | null,
  messageId: MessageId | null = null,
): Promise<boolean> {
  if (stepUp === null) return false;
  const { challengeId, clientId, companyId, userId, action } = stepUp;
  const proof = [challengeId, clientId, companyId, userId, action];
  return (await rows(USE, [...proof, messageId, STEP_UP_LIFE_MS])).length > 0;
}

/** The send that it was used for was refused: it is as good as before. */
export async function giveBackStepUp({ rows }: Connection, messageId: MessageId): Promise<void> {
  await rows(GIVE_BACK, [messageId]);
}

/** Whether a step-up was used to open this challenge, and not given back. */
export async function restsOnStepUp(
  { rows }: Connection,
  challengeId: ChallengeId | null,
): Promise<boolean> {
  return (await rows(RESTS, [challengeId])).length > 0;
}
