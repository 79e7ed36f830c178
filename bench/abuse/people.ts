/** Honest people beside an attack: enrolled before it, signing in during and after it. */

import { setTimeout as pause } from 'node:timers/promises';

import type { Estate } from '../../tests/support/estate.js';
import type { LoginService } from '../../tests/support/login-service.js';
import { honestNumber } from './numbers.js';
import type { SignIn } from './tally.js';

export interface Person {
  readonly companyId: string;
  readonly userId: string;
  readonly phoneNumber: string;
}

let people = 0;

export async function enrol(
  { codeFor }: Pick<Estate, 'codeFor'>,
  login: LoginService,
  companyId: string,
): Promise<Person> {
  const n = people++;
  const person = { companyId, userId: `person-${String(n)}`, phoneNumber: honestNumber(n) };
  const answer = await login.enrol(companyId, person, codeFor);
  if (answer.status !== 200) throw new Error(`enrolment: ${JSON.stringify(answer.body)}`);
  return person;
}

/** Nobody waits for a code longer than this. Seconds. */
const PATIENCE = 300;

/** As a person does it: told to wait, they wait as long as they were told, and try again. */
export async function signIn(
  { codeFor }: Pick<Estate, 'codeFor'>,
  login: LoginService,
  { person, who }: { readonly person: Person; readonly who: string },
): Promise<SignIn> {
  for (let waited = 0; ;) {
    const started = await login.start(person.companyId, person.userId);
    if (started.status === 201) {
      const code = codeFor(person.phoneNumber);
      const { status } = await login.verify(started.body['id'], code);
      return { who, isIn: status === 200, waited };
    }
    const seconds = Number(started.headers.get('retry-after') ?? Infinity);
    if (waited + seconds > PATIENCE) return { who, isIn: false, waited };
    await pause(seconds * 1_000);
    waited += seconds;
  }
}
