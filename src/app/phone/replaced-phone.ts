/** The phone that a change takes the place of: found before, told after. */

import type { Call } from '../call.js';
import type { AttemptSubject } from '../ports/challenge-outcomes.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import { readPerson } from '../read-person.js';
import type { SignInDeps } from '../sign-in/sign-in-deps.js';
import { endProvenSessions, endWhatRests } from './end-what-rests.js';
import { tellPhone } from './tell-phone.js';

export interface ReplacedPhone {
  readonly person: Person;
  readonly phone: StoredPhone;
}

/**
 * Null but for a change, whose right code replaces exactly this phone: whatever else replaced it would have
 * taken the pending number along.
 */
export async function findReplaced(
  deps: Pick<SignInDeps, 'people'>,
  subject: AttemptSubject,
): Promise<ReplacedPhone | null> {
  if (subject.purpose !== 'change_phone') return null;
  const person = await readPerson(deps.people, subject);
  const phone = person.activePhone;
  return phone && phone.factorId !== subject.factorId ? { person, phone } : null;
}

export interface Leaving {
  readonly replaced: ReplacedPhone;
  /** Until when the change itself is marked as approved, so as not to be canceled along; null if it is not. */
  readonly marked: Promise<void> | null;
}

/** After an answer that was lost: whether the phone was replaced is read again. Rejects as that does. */
export async function leaveIfReplaced(
  deps: SignInDeps,
  call: Call,
  { replaced, by }: { readonly replaced: ReplacedPhone; readonly by: AttemptSubject },
): Promise<void> {
  const { activePhone } = await readPerson(deps.people, by);
  if (activePhone?.factorId !== by.factorId) return;
  await leaveReplaced(deps, call, { replaced, marked: null });
}

/** Behind the answer: what rests on the old number ends, and it is told (R050, R051). */
export async function leaveReplaced(
  deps: SignInDeps,
  call: Call,
  { replaced, marked }: Leaving,
): Promise<void> {
  const { person, phone } = replaced;
  const { company, companyId, userId } = person;
  await marked;
  if (marked) await endWhatRests(deps, { companyId, userId });
  else await endProvenSessions(deps, { companyId, userId });
  const notice = { event: 'changed', purpose: 'change_notice' } as const;
  await tellPhone(deps, call, { companyId, userId, company, phone, ...notice });
}
