/** The attacks: whoever makes them has passwords, or whole companies, and wants messages to be paid for. */

import type { Estate } from '../../tests/support/estate.js';
import type { LoginService } from '../../tests/support/login-service.js';
import { cheapNumber, premiumNumber } from './numbers.js';
import type { Person } from './people.js';
import type { Tally } from './tally.js';

export interface Scene {
  readonly estate: Estate;
  /** The attacked company's own login service. */
  readonly login: LoginService;
  readonly companyId: string;
  /** Its people, with proven numbers. */
  readonly staff: readonly Person[];
  /** Somebody of another company. */
  readonly stranger: Person;
}

export interface Attack {
  readonly name: string;
  /**
   * Messages that limits let through at most; null where none of them is reached by so few requests: who enters
   * codes passes for people, and is bounded by the hour of the client and the day of country and service.
   */
  readonly most: number | null;
  run(scene: Scene, tally: Tally, requests: number): Promise<void>;
}

const AT_ONCE = 16;
/** Of the numbers that come back, where the attacker enters codes: just enough to pass for people. */
const ENTERED_SHARE = 5;

export const ATTACKS: readonly Attack[] = [
  { name: 'a premium range', most: 0, run: enrolments('premium', premiumNumber) },
  { name: 'a cheap range, no code entered', most: 60, run: enrolments('cheap', cheapNumber) },
  {
    name: 'a cheap range, one code in five entered',
    most: null,
    run: enrolments('bold', (n) => cheapNumber(500_000 + n), ENTERED_SHARE),
  },
  { name: "one stranger's number", most: 2, run: strangersNumber },
  { name: "one company's people, again and again", most: 50, run: startsForAll },
];

/** New people of one company, each with a number of the range. */
function enrolments(kind: string, numberOf: (n: number) => string, entered = 0): Attack['run'] {
  return async ({ estate, login, companyId }, tally, requests) => {
    const noticeVersion = await versionOf(login, companyId);
    await lanes(requests / 2, async (n) => {
      const started = await login.start(companyId, `${kind}-${String(n)}`);
      tally.count(started);
      if (started.status !== 201) return;
      const phoneNumber = numberOf(n);
      const body = { phoneNumber, noticeVersion };
      const sent = await login.post(started.body['id'], 'enrolment', body);
      tally.count(sent);
      if (sent.status !== 201 || entered === 0 || n % entered > 0) return;
      await login.verify(started.body['id'], estate.codeFor(phoneNumber));
    });
  };
}

/** Everybody of the company claims to have this number. */
async function strangersNumber(
  { login, companyId, stranger }: Scene,
  tally: Tally,
  requests: number,
): Promise<void> {
  const noticeVersion = await versionOf(login, companyId);
  const { phoneNumber } = stranger;
  await lanes(requests / 2, async (n) => {
    const started = await login.start(companyId, `claimant-${String(n)}`);
    tally.count(started);
    const body = { phoneNumber, noticeVersion };
    tally.count(await login.post(started.body['id'], 'enrolment', body));
  });
}

async function startsForAll(
  { login, staff }: Scene,
  tally: Tally,
  requests: number,
): Promise<void> {
  await lanes(requests, async (n) => {
    const { companyId = '', userId = '' } = staff[n % staff.length] ?? {};
    tally.count(await login.start(companyId, userId));
  });
}

async function versionOf(login: LoginService, companyId: string): Promise<unknown> {
  return (await login.call(`/v1/companies/${companyId}/notice`)).body['version'];
}

async function lanes(count: number, step: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) await step(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
