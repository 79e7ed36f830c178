/** Twice what one process takes at once: the rest is told to come back, and nothing goes wrong meanwhile. */

import { MAX_IN_FLIGHT } from '../../src/http/shed.js';
import { openEstate, type Estate } from '../support/estate.js';
import type { Answer } from '../support/login-service.js';
import { otherCode } from '../support/people.js';
import { approvals, opened, prepare, servedSoon } from './scene.js';

const PEOPLE = 32;
const ROUNDS = 4;

/** Bounds on one process under this load. */
const MAX_RESIDENT_BYTES = 900 * 2 ** 20;
const MAX_LAG_SECONDS = 5;

let estate: Estate;
beforeAll(async () => {
  estate = await openEstate();
}, 180_000);
afterAll(() => estate.close());

interface Asked {
  readonly id: string;
  readonly isRight: boolean;
  readonly answer: Answer;
}

/** Everybody at once, twice as many as there is room for: right codes for every other challenge. */
async function burst(
  challenges: readonly { id: string; code: string }[],
  round: number,
): Promise<Asked[]> {
  const calls = Array.from({ length: 2 * MAX_IN_FLIGHT }, async (_, n) => {
    const at = n % challenges.length;
    const { id = '', code = '' } = challenges[at] ?? {};
    const isRight = at % 2 === 0;
    const guess = isRight ? code : otherCode(code, 1 + n + round * 2 * MAX_IN_FLIGHT);
    return { id, isRight, answer: await estate.login.verify(id, guess) };
  });
  return Promise.all(calls);
}

/** Five guesses and one approval at most; whoever was only ever told to come back comes back, and nothing was used up. */
async function expectHeld(
  { id, code }: { readonly id: string; readonly code: string },
  asked: readonly Asked[],
  isRight: boolean,
): Promise<void> {
  const codes = asked.flatMap((each) => (each.id === id ? [each.answer.body['code']] : []));
  const told = codes.filter((one) => one === undefined).length;
  expect(told).toBeLessThanOrEqual(isRight ? 1 : 0);
  expect(codes.filter((one) => one === 'code_incorrect').length).toBeLessThanOrEqual(5);
  if (isRight && told === 0) {
    const again = await servedSoon(() => estate.login.verify(id, code));
    expect(again.status).toBe(200);
  }
  expect(await approvals(estate, id)).toBe(isRight ? 1 : 0);
}

async function gauge(name: string): Promise<number> {
  const { internalUrl = '' } = estate.services[0] ?? {};
  const text = await (await fetch(`${internalUrl}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

it('R122: at twice what a process takes it sheds with 503, keeps five guesses and one approval, and serves all again within ten seconds', async () => {
  const companyId = await estate.login.company();
  const challenges = [];
  for (let n = 0; n < PEOPLE; n += 1) challenges.push(await opened(estate, companyId));
  const asked: Asked[] = [];
  for (let round = 0; round < ROUNDS; round += 1) asked.push(...(await burst(challenges, round)));

  const shed = asked.filter(({ answer }) => answer.status === 503);
  expect(shed.length).toBeGreaterThan(0);
  for (const { answer } of shed) {
    expect(answer.body['code']).toBe('temporarily_unavailable');
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  }
  const others = new Set(asked.map(({ answer }) => answer.status));
  expect([...others].filter((status) => ![200, 409, 410, 422, 503].includes(status))).toEqual([]);
  for (const [at, challenge] of challenges.entries()) {
    await expectHeld(challenge, asked, at % 2 === 0);
  }
  expect(await gauge('process_resident_memory_bytes')).toBeLessThan(MAX_RESIDENT_BYTES);
  expect(await gauge('nodejs_eventloop_lag_p99_seconds')).toBeLessThan(MAX_LAG_SECONDS);

  const { calls } = await prepare(estate);
  for (const name of ['start', 'verify', 'enrol'] as const) {
    expect((await servedSoon(calls[name])).status).toBeLessThan(300);
  }
}, 180_000);
