/** Verify, right and wrong, beside its floors: pairs in turn within one run, medians of the ratios. */

import { runLoad, type LoadRequest, type LoadResult, type Target } from './load.js';
import { countersOf, type Counters } from './counters.js';
import { seedChallenges, seedPeople, type OpenedChallenge } from './seed.js';
import { median } from './statistics.js';
import type { Stage } from './stage.js';

export const PAIRS = 5;
const CONCURRENCY = 64;
const REQUESTS = 2_000;
/** Wrong guesses of one challenge: the fifth is the last, the tenth of an employee locks. */
const GUESSES = 4;

export type Answer = 'right' | 'wrong';

export interface Contender {
  readonly name: 'assay' | 'floor, group commit' | 'floor, insert each';
  readonly target: Target;
}

export interface VerifyResult {
  readonly answer: Answer;
  readonly contender: string;
  /** The run with the median rate. */
  readonly typical: LoadResult;
  /** Median over the pairs: this rate by that of the floor with group commit. */
  readonly ofFloor: number;
  readonly counters: Counters;
}

export async function benchVerify(stage: Stage, answer: Answer): Promise<VerifyResult[]> {
  const contenders = contendersOf(stage);
  const runs = new Map<string, { result: LoadResult; counters: Counters }[]>();
  for (let pair = -1; pair < PAIRS; pair += 1) {
    for (const contender of contenders) {
      const requests = await prepare(stage, answer, `${answer}-${String(pair)}-${contender.name}`);
      const counted = await countersOf(stage, requests.length, () =>
        runLoad(contender.target, requests, CONCURRENCY),
      );
      if (counted.result.unexpected > 0) {
        throw new Error(
          `${contender.name}: ${String(counted.result.unexpected)} unexpected answers`,
        );
      }
      // The first pair warms up and is thrown away.
      if (pair >= 0) runs.set(contender.name, [...(runs.get(contender.name) ?? []), counted]);
    }
  }
  const floor = rates(runs.get('floor, group commit'));
  return contenders.map(({ name }) => summarise({ answer, name, floor }, runs.get(name) ?? []));
}

function contendersOf({ service, floor, client }: Stage): Contender[] {
  const { credential } = client;
  return [
    { name: 'assay', target: { url: service.url, credential } },
    { name: 'floor, group commit', target: { url: `${floor.url}/group`, credential } },
    { name: 'floor, insert each', target: { url: `${floor.url}/insert`, credential } },
  ];
}

async function prepare(stage: Stage, answer: Answer, prefix: string): Promise<LoadRequest[]> {
  const { parts, database, client } = stage;
  const count = answer === 'right' ? REQUESTS : REQUESTS / GUESSES;
  const people = await seedPeople(parts, database.url, {
    prefix: prefix.replace(/[^a-z0-9-]/g, ''),
    count,
  });
  const challenges = await seedChallenges(parts, client.clientId, people);
  if (answer === 'right') return challenges.map((it) => requestOf(it, it.code, 200));
  return Array.from({ length: GUESSES }, (_, n) =>
    challenges.map((it) => requestOf(it, wrongCode(it.code, n + 1), 422)),
  ).flat();
}

function requestOf({ id }: OpenedChallenge, code: string, expected: number): LoadRequest {
  return { path: `/v1/challenges/${id}/verify`, body: { code }, expected };
}

function wrongCode(code: string, n: number): string {
  return String((Number(code) + n) % 1_000_000).padStart(6, '0');
}

const rates = (runs: { result: LoadResult }[] = []): number[] =>
  runs.map(({ result }) => result.perSecond);

function summarise(
  { answer, name, floor }: { answer: Answer; name: string; floor: readonly number[] },
  runs: { result: LoadResult; counters: Counters }[],
): VerifyResult {
  const sorted = [...runs].sort((a, b) => a.result.perSecond - b.result.perSecond);
  const typical = sorted[Math.floor(sorted.length / 2)];
  if (!typical) throw new Error('no runs');
  const ratios = rates(runs).map((rate, n) => rate / (floor[n] ?? NaN));
  return {
    answer,
    contender: name,
    typical: typical.result,
    ofFloor: median(ratios),
    counters: typical.counters,
  };
}
