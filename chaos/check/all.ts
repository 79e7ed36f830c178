/** Every check there is, by name. Each is a pure function over one history. */

import type { History, Violation } from '../history/events.js';
import * as answers from './answers.js';
import * as approvals from './approvals.js';
import { everybodyGetsIn } from './farewells.js';
import * as guesses from './guesses.js';
import * as people from './people.js';
import * as refusals from './refusals.js';
import * as sends from './sends.js';

export const CHECKS: readonly ((history: History) => readonly Violation[])[] = [
  approvals.approvedOnce,
  approvals.oneRowEach,
  approvals.approvalsKept,
  approvals.approvedByItsCode,
  approvals.somebodyIsTold,
  guesses.fiveGuesses,
  guesses.guessesOnRecord,
  guesses.fiveRows,
  guesses.triesRunDown,
  guesses.endedStaysEnded,
  sends.askedFor,
  sends.oneForOneKey,
  sends.gapsKept,
  sends.numberBudgets,
  answers.outagesOnly,
  answers.asDescribed,
  answers.answeredInTime,
  answers.requiredStaysRequired,
  answers.everyKeyExpires,
  answers.nothingInLogs,
  refusals.nothingComparedFree,
  refusals.judgedWhileFull,
  people.locksHold,
  people.failuresCounted,
  everybodyGetsIn,
];

export function checkAll(history: History): readonly Violation[] {
  return CHECKS.flatMap((check) => check(history));
}
