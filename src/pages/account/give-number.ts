/** Has a code sent to a number that somebody gave, or shows the form again with what was wrong. */

import { RefusalError } from '../../app/errors.js';
import type { StepUpUse } from '../../app/ports/step-up.js';
import { redirectTo, type PageAnswer } from '../page.js';
import type { Guest } from '../portal/guest.js';
import { NEW_NUMBER } from '../portal/own-challenge.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { CODE, FIRST } from './account-frame.js';
import { numberTroubleOf, type NumberTrouble } from './number-trouble.js';

export interface GivenNumber {
  /** As it was typed. */
  readonly phoneNumber: string;
  readonly noticeVersion: string;
  /** Null for a first number. */
  readonly stepUp: StepUpUse | null;
}

/** The session remembers whose code is waited for. */
export async function giveNumber(
  { useCases, portal }: PortalPagesDeps,
  guest: Guest,
  given: GivenNumber,
): Promise<PageAnswer> {
  const { person, locale } = guest;
  const { id } = await useCases.changePhone(guest.call(), {
    ...person,
    ...given,
    channel: null,
    locale,
  });
  await portal.beginStepUp(guest.sessionId, { action: NEW_NUMBER, challengeId: id });
  return redirectTo(CODE);
}

export interface NumberTry {
  readonly act: () => Promise<PageAnswer>;
  readonly again: (trouble: NumberTrouble) => Promise<PageAnswer>;
}

export async function orAgain(
  { codeLength }: PortalPagesDeps,
  guest: Guest,
  { act, again }: NumberTry,
): Promise<PageAnswer> {
  try {
    return await act();
  } catch (error) {
    if (isNotOpen(error)) return redirectTo(FIRST);
    const trouble = numberTroubleOf(error, guest, codeLength);
    if (!trouble) throw error;
    return again(trouble);
  }
}

/** The page for a first number says why none is asked for. */
function isNotOpen(error: unknown): boolean {
  const codes = ['enrolment_not_open', 'step_up_required'];
  return error instanceof RefusalError && codes.includes(error.code);
}
