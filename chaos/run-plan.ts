/** Carries out a plan on an estate: visits in lanes, faults beside them, then everybody's farewell. */

import { setTimeout as pause } from 'node:timers/promises';

import { Caller } from './clients/caller.js';
import { sayFarewell } from './clients/farewell.js';
import { Town } from './clients/town.js';
import { Visit, type VisitDeps } from './clients/visit.js';
import type { ChaosEstate } from './estate/estate.js';
import { inject } from './faults/inject.js';
import { readFinalState } from './history/final-state.js';
import type { History } from './history/events.js';
import { lookAtRedis, lookThroughLogs } from './history/look.js';
import type { Recorder } from './history/recorder.js';
import { companies } from './plan/people.js';
import type { Plan } from './plan/plan.js';

export interface RunOptions {
  readonly seed: string;
  /** People who are here at the same time. */
  readonly lanes: number;
  readonly codeLifeSeconds: number;
  /** No new visit begins after so long. */
  readonly limitMs: number;
  /** Whether old challenges are waited for before the farewells. */
  readonly isPatient: boolean;
}

const LOOK_EVERY_MS = 2_000;
const POLL_MS = 5;

export async function runPlan(
  estate: ChaosEstate,
  recorder: Recorder,
  { plan, options }: { plan: Plan; options: RunOptions },
): Promise<History> {
  const { instances, credential } = estate;
  const caller = new Caller({ instances, credential, recorder });
  const town = new Town(plan.people, estate.provider);
  const noticeVersions = await readNotices(estate);
  const setMode = modeSetter(estate, recorder);
  const deps = { caller, town, noticeVersions, setMode, seed: options.seed };
  const ended = new AbortController();
  const looking = look(estate, recorder, ended.signal);
  await visitAndBreak(estate, recorder, { plan, options, deps });
  for (const { companyId, isFlapping } of companies()) {
    if (isFlapping) await setMode(companyId, 'required', plan.operations);
  }
  const codeLifeMs = options.codeLifeSeconds * 1_000;
  if (options.isPatient) await pause(codeLifeMs);
  await lanes(options.lanes, plan.people, async ({ index }) => {
    const memory = town.memoryOf(index);
    const patient = { caller, town, noticeVersions, patienceMs: codeLifeMs };
    recorder.add(await sayFarewell(patient, plan.operations + 1 + index, memory));
  });
  ended.abort();
  await looking;
  lookThroughLogs(instances, recorder);
  return recorder.history(await readFinalState(estate.postgres.url), codeLifeMs);
}

interface Part {
  readonly plan: Plan;
  readonly options: RunOptions;
  readonly deps: VisitDeps;
}

/** A visit begins once the faults that the plan puts before it have at least begun. */
async function visitAndBreak(
  estate: ChaosEstate,
  recorder: Recorder,
  { plan, options, deps }: Part,
): Promise<void> {
  const untilMs = Date.now() + options.limitMs;
  const progress = { reached: 0, begun: 0, isOver: false };
  const breaking = breakThings(estate, recorder, { faults: plan.faults, progress });
  await lanes(options.lanes, plan.episodes, async (episode) => {
    const first = episode.steps[0]?.n ?? 0;
    if (Date.now() > untilMs) return;
    progress.reached = Math.max(progress.reached, first);
    const due = plan.faults.filter(({ afterOperation }) => afterOperation < first).length;
    while (progress.begun < due - 1) await pause(POLL_MS);
    await new Visit(deps, episode).run();
  });
  progress.isOver = true;
  await breaking;
}

interface Progress {
  /** Requests planned before the latest visit. */
  reached: number;
  /** Faults. */
  begun: number;
  isOver: boolean;
}

async function breakThings(
  estate: ChaosEstate,
  recorder: Recorder,
  { faults, progress }: { faults: Plan['faults']; progress: Progress },
): Promise<void> {
  for (const fault of faults) {
    while (progress.reached < fault.afterOperation && !progress.isOver) await pause(POLL_MS);
    if (progress.isOver) return;
    progress.begun = fault.n + 1;
    await inject(estate, recorder, fault);
  }
}

/** So many at a time, in order. */
async function lanes<Item>(
  count: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: count }, lane));
}

async function look(estate: ChaosEstate, recorder: Recorder, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await lookAtRedis(estate, recorder);
    await pause(LOOK_EVERY_MS, undefined, { signal: ended }).catch(() => undefined);
  }
}

async function readNotices({
  instances,
  credential,
}: ChaosEstate): Promise<ReadonlyMap<string, string>> {
  const headers = { authorization: `Bearer ${credential}` };
  const read = async (companyId: string): Promise<[string, string]> => {
    const response = await fetch(`${instances.urlOf(0)}/v1/companies/${companyId}/notice`, {
      headers,
    });
    const { version } = (await response.json()) as { version: string };
    return [companyId, version];
  };
  return new Map(await Promise.all(companies().map(({ companyId }) => read(companyId))));
}

/** Of the one company whose mode changes; one change at a time, or nobody could say which holds. */
function modeSetter(estate: ChaosEstate, recorder: Recorder): VisitDeps['setMode'] {
  let turn = Promise.resolve();
  const set = async (companyId: string, mode: string, n: number): Promise<void> => {
    const fromMs = Date.now();
    const from = mode === 'required' ? ['--enforce-from', 'now'] : [];
    const words = ['policy', 'set', companyId, '--mode', mode, ...from, '--reason', 'chaos'];
    const status = await estate.operate(...words).then(
      () => 200,
      () => 0,
    );
    recorder.add({
      ...{ type: 'call', n, kind: 'mode', person: -1, companyId, instance: -1 },
      ...{ fromMs, toMs: Date.now(), mode, status },
    });
  };
  return async (companyId, mode, n) => {
    const isFlapping = companies().some((one) => one.companyId === companyId && one.isFlapping);
    if (!isFlapping) return;
    turn = turn.then(() => set(companyId, mode, n));
    await turn;
  };
}
