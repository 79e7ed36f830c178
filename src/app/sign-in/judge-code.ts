/** Judges a submitted code, from whichever door: one script compares, one committed row decides. */

import { answerEnded } from './answer-ended.js';
import { lockedError } from './answer-locked.js';
import { readSubmission, type Entry, type Submission } from './attempt.js';
import { compareCode, type Compared } from './compare-code.js';
import { decideAttempt } from './decide-attempt.js';
import { invalid, RefusalError, StoreUnavailableError } from '../errors.js';
import { onPageError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';

/** Resolves only when approved. Asked before anything is charged: can the row be written (decision 5). */
export async function judgeCode<Answer>(deps: SignInDeps, entry: Entry<Answer>): Promise<Answer> {
  const submission = readSubmission(deps, entry);
  if (!deps.ledger.isAvailable()) throw new StoreUnavailableError('postgres', 'known_down');
  return answer(deps, submission, await compareCode(deps, submission));
}

async function answer<Answer>(
  deps: SignInDeps,
  submission: Submission<Answer>,
  compared: Compared,
): Promise<Answer> {
  switch (compared.kind) {
    case 'match':
      return decideAttempt(deps, submission, {
        subject: compared.subject,
        attemptsRemaining: null,
      });
    case 'mismatch':
      return decideAttempt(deps, submission, compared);
    case 'ended':
      return answerEnded(deps, submission, compared.status);
    case 'locked':
      throw await lockedError(deps, submission, compared);
    default:
      throw refusal(compared);
  }
}

type Refused = Exclude<Compared, { kind: 'match' | 'mismatch' | 'ended' | 'locked' }>;

function refusal(compared: Refused): Error {
  switch (compared.kind) {
    case 'not_found':
      return new RefusalError('challenge_not_found');
    case 'malformed':
      return invalid('#/code', `is not ${String(compared.codeLength)} digits in a string`);
    case 'on_page':
      return onPageError();
    case 'code_not_sent':
      return new RefusalError('code_not_sent');
    case 'disabled':
      return new RefusalError('factor_disabled');
    case 'idempotency_key_reused':
      return new RefusalError('idempotency_key_reused');
    case 'unknown_key':
      return new StoreUnavailableError('redis', 'unknown_key');
  }
}
