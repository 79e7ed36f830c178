/** Twice what one process takes at once: the rest is told to come back, and nothing goes wrong meanwhile. */

import { MAX_IN_FLIGHT } from '../../src/http/shed.js';
import { openEstate, type Estate } from '../support/estate.js';
import { otherCode } from '../support/people.js';
import { exchange, type RawAnswer } from '../support/raw-http.js';
import { portOf } from '../support/tcp-proxy.js';
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

/** Milliseconds that Redis takes, so that requests are under way for as long as they come. */
const REDIS_DELAY_MS = 300;

interface Asked {
  readonly id: string;
  readonly answer: RawAnswer;
  /** The problem's code; null for an approval. */
  readonly code: string | null;
}

/** Everybody at once, twice as many as there is room for: right codes for every other challenge. */
async function burst(
  challenges: readonly { id: string; code: string }[],
  round: number,
): Promise<Asked[]> {
  const calls = Array.from({ length: 2 * MAX_IN_FLIGHT }, async (_, n) => {
    const at = n % challenges.length;
    const { id = '', code = '' } = challenges[at] ?? {};
    const guess = at % 2 === 0 ? code : otherCode(code, 1 + n + round * 2 * MAX_IN_FLIGHT);
    const answer = await verify(id, guess);
    const told = JSON.parse(answer.text) as { readonly code?: string };
    return { id, answer, code: told.code ?? null };
  });
  return Promise.all(calls);
}

/** On a connection of its own, at hardly any cost to this process. */
function verify(id: string, code: string): Promise<RawAnswer> {
  const { services, login } = estate;
  return exchange(portOf(services[0]?.url ?? ''), {
    method: 'POST',
    path: `/v1/challenges/${id}/verify`,
    headers: {
      Authorization: `Bearer ${login.credential}`,
      'Content-Type': 'application/json',
      'Content-Length': String(JSON.stringify({ code }).length),
    },
    body: JSON.stringify({ code }),
  });
}

/** Five guesses and one approval at most; whoever was only ever told to come back comes back, and nothing was used up. */
async function expectHeld(
  { id, code }: { readonly id: string; readonly code: string },
  asked: readonly Asked[],
  isRight: boolean,
): Promise<void> {
  const codes = asked.flatMap((each) => (each.id === id ? [each.code] : []));
  const told = codes.filter((one) => one === null).length;
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
  estate.redisProxy.slow(REDIS_DELAY_MS);
  for (let round = 0; round < ROUNDS; round += 1) asked.push(...(await burst(challenges, round)));
  estate.redisProxy.restore();

  const shed = asked.filter(({ answer }) => answer.status === 503);
  expect(shed.length).toBeGreaterThan(0);
  for (const { answer, code } of shed) {
    expect(code).toBe('temporarily_unavailable');
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
  }
  const others = new Set(asked.map(({ answer }) => answer.status));
  expect([...others].filter((status) => ![200, 409, 410, 422, 503].includes(status))).toEqual([]);
  for (const [at, challenge] of challenges.entries()) {
    await expectHeld(challenge, asked, at % 2 === 0);
  }
  expect(await gauge('assay_shed_total')).toBeGreaterThan(0);
  expect(await gauge('process_resident_memory_bytes')).toBeLessThan(MAX_RESIDENT_BYTES);
  expect(await gauge('nodejs_eventloop_lag_p99_seconds')).toBeLessThan(MAX_LAG_SECONDS);

  const { calls } = await prepare(estate);
  for (const name of ['start', 'verify', 'enrol'] as const) {
    expect((await servedSoon(calls[name])).status).toBeLessThan(300);
  }
}, 180_000);
