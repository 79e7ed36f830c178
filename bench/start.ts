/** Start: policy, reservation, committed row, one SMS through the Twilio SDK to a stand-in. */

import { runLoad, type LoadRequest, type LoadResult } from './load.js';
import { COMPANY, seedPeople } from './seed.js';
import type { Stage } from './stage.js';

/** One for each example number: a number has five SMS in ten minutes. */
const REQUESTS = 1_000;
const CONCURRENCY = 32;
const RUNS = 4;

export async function benchStart(stage: Stage): Promise<LoadResult> {
  const runs: LoadResult[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const prefix = `start-${String(run)}`;
    const people = await seedPeople(stage.parts, stage.database.url, { prefix, count: REQUESTS });
    const requests: LoadRequest[] = people.map(({ userId }) => ({
      path: '/v1/challenges',
      body: { companyId: COMPANY, userId },
      expected: 201,
    }));
    const { service, client } = stage;
    const result = await runLoad(
      { url: service.url, credential: client.credential },
      requests,
      CONCURRENCY,
    );
    if (result.unexpected > 0)
      throw new Error(`start: ${String(result.unexpected)} unexpected answers`);
    if (run > 0) runs.push(result);
  }
  runs.sort((a, b) => a.perSecond - b.perSecond);
  const typical = runs[Math.floor(runs.length / 2)];
  if (!typical) throw new Error('no runs');
  return typical;
}
