/** `npm run bench:hang`: verify while Twilio hangs for 25 s at full send rate, beside verify undisturbed; pairs in turn. */

import { setTimeout as pause } from 'node:timers/promises';

import { accept } from '../tests/support/twilio-stand-in.js';
import type { LoadRequest } from './load.js';
import { runPaced, type PacedResult } from './pace.js';
import { COMPANY, seedChallenges, seedPeople } from './seed.js';
import { openStage, type Stage } from './stage.js';
import { median } from './statistics.js';

const ROUNDS = 5;
const SECONDS = 25;
const VERIFIES_PER_SECOND = 80;
/** Hanging for five seconds each, they fill the pool of 50 and the queue of 100 within four. */
const STARTS_PER_SECOND = 40;

/** `quiet` sends nothing, `sending` starts while Twilio answers, `hanging` starts while it does not. */
const STATES = ['quiet', 'sending', 'hanging'] as const;
type State = (typeof STATES)[number];

interface Phase {
  readonly verify: PacedResult;
  readonly starts: PacedResult | null;
}

async function main(): Promise<void> {
  const stage = await openStage();
  const phases: Record<State, Phase[]> = { quiet: [], sending: [], hanging: [] };
  for (let round = -1; round < ROUNDS; round += 1)
    for (const state of STATES) {
      const phase = await run(stage, state, `${state}-${String(round + 1)}`);
      // The first round warms up and is thrown away.
      if (round >= 0) phases[state].push(phase);
    }
  await stage.close();
  print(phases);
}

async function run(stage: Stage, state: State, prefix: string): Promise<Phase> {
  const verifies = await prepareVerify(stage, `${prefix}-v`);
  const starts = state === 'quiet' ? null : await prepareStarts(stage, `${prefix}-s`);
  const target = { url: stage.service.url, credential: stage.client.credential };
  stage.twilio.behave(state === 'hanging' ? answerLate : undefined);
  const [verify, sends] = await Promise.all([
    runPaced(target, { requests: verifies, perSecond: VERIFIES_PER_SECOND }),
    starts && runPaced(target, { requests: starts, perSecond: STARTS_PER_SECOND }),
  ]);
  stage.twilio.behave();
  if (state === 'hanging') await untilSent(stage, prefix);
  const line = JSON.stringify({ state, ...verify, starts: sends?.statuses });
  process.stderr.write(`${line}\n`);
  return { verify, starts: sends };
}

const answerLate: Parameters<Stage['twilio']['behave']>[0] = (response) => {
  setTimeout(() => {
    if (!response.destroyed) accept(response);
  }, SECONDS * 1_000).unref();
};

/** One wrong guess of each challenge, then the right one. */
async function prepareVerify(stage: Stage, prefix: string): Promise<LoadRequest[]> {
  const { parts, database, client } = stage;
  const count = (SECONDS * VERIFIES_PER_SECOND) / 2;
  const people = await seedPeople(parts, database.url, { prefix, count });
  const challenges = await seedChallenges(parts, client.clientId, people);
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  return [false, true].flatMap((isRight) =>
    challenges.map(({ id, code }) => ({
      path: `/v1/challenges/${id}/verify`,
      body: { code: isRight ? code : wrong(code) },
      expected: isRight ? 200 : 422,
    })),
  );
}

let numbers = 0;

/** Everybody with a number of their own: a number has five SMS in ten minutes. */
async function prepareStarts(stage: Stage, prefix: string) {
  const count = SECONDS * STARTS_PER_SECOND;
  const numberOf = () => `+4474${String(numbers++).padStart(8, '0')}`;
  const people = await seedPeople(stage.parts, stage.database.url, { prefix, count, numberOf });
  return people.map(({ userId }) => startOf(userId));
}

const startOf = (userId: string) => ({
  path: '/v1/challenges',
  body: { companyId: COMPANY, userId },
});

/** The breaker lets a send through to try every few seconds. */
async function untilSent(stage: Stage, prefix: string): Promise<void> {
  const target = { url: stage.service.url, credential: stage.client.credential };
  const [first] = await prepareStarts(stage, `${prefix}-again`);
  if (!first) throw new Error('nobody to send to');
  for (;;) {
    const { statuses } = await runPaced(target, { requests: [first], perSecond: 1 });
    if (statuses['201'] !== undefined || statuses['429'] !== undefined) return;
    await pause(500);
  }
}

/** Answers that judged no code: they would be quick, and no verify. */
function unjudged({ statuses }: PacedResult): number {
  const { '200': right = 0, '422': wrong = 0 } = statuses;
  return SECONDS * VERIFIES_PER_SECOND - right - wrong;
}

function print(phases: Readonly<Record<State, readonly Phase[]>>): void {
  const p99s = (state: State) => phases[state].map(({ verify }) => verify.p99);
  const p50s = (state: State) => phases[state].map(({ verify }) => verify.p50);
  const ratio = (to: State) => median(p99s('hanging').map((ms, n) => ms / (p99s(to)[n] ?? NaN)));
  const rows = STATES.map((state) => {
    const starts = JSON.stringify(phases[state].at(-1)?.starts?.statuses ?? {});
    const [p50, p99] = [median(p50s(state)).toFixed(1), median(p99s(state)).toFixed(1)];
    return `| ${state} | ${p50} | ${p99} | ${p99s(state)
      .map((ms) => ms.toFixed(1))
      .join(
        ', ',
      )} | ${phases[state].reduce((sum, { verify }) => sum + unjudged(verify), 0)} | ${starts} |`;
  });
  const lines = [
    '| | verify p50 ms | p99 ms | p99 of each round | not judged | starts of the last round |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `hanging by quiet, median of the rounds: ${ratio('quiet').toFixed(2)}`,
    `hanging by sending, median of the rounds: ${ratio('sending').toFixed(2)}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main();
