/** Steps that the attacks on verify begin with. */

import type { Estate } from '../../support/estate.js';
import type { Answer } from '../../support/login-service.js';
import { exampleNumber } from '../../support/people.js';
import { runOn } from '../../support/postgres.js';
import { cli } from '../../support/redis.js';

export interface Opened {
  readonly id: string;
  readonly code: string;
}

export interface Person {
  readonly companyId: string;
  readonly userId: string;
  readonly phoneNumber: string;
}

/** Somebody with a proven number. */
export async function enrolled(estate: Estate, companyId: string, n: number): Promise<Person> {
  const person = { userId: `user-${String(n)}`, phoneNumber: exampleNumber(n) };
  const approved = await estate.login.enrol(companyId, person, estate.codeFor);
  if (approved.status !== 200) throw new Error(`enrolment: ${JSON.stringify(approved.body)}`);
  return { companyId, ...person };
}

/** A challenge and its code; what limits sends is forgotten first. */
export async function opened(estate: Estate, person: Person, more: object = {}): Promise<Opened> {
  await forgetSends(estate);
  const { id } = await estate.login.begin(person.companyId, person.userId, more);
  return { id, code: estate.codeFor(person.phoneNumber) };
}

/** Gaps, send tries and budgets of every owner: tests of guessing send more often than people may. */
export async function forgetSends({ redis }: Pick<Estate, 'redis'>): Promise<void> {
  const script = `for _, key in ipairs(redis.call('KEYS', 'assay:*')) do
    if string.find(key, '}:[gs]:') or string.find(key, '}:[abdsuw]r?$') then redis.call('DEL', key) end
  end return 1`;
  await cli(redis.port, 'eval', script, '0');
}

/** `code` of a problem, else `status` of an answer. */
export const told = ({ body }: Answer): unknown => body['code'] ?? body['status'];

export async function outcomesOf(estate: Estate, id: string): Promise<unknown[]> {
  const sql = `SELECT outcome FROM attempts WHERE challenge_id = '${id}' ORDER BY seq`;
  return (await runOn(estate.database.url, sql)).map((row) => row['outcome']);
}
