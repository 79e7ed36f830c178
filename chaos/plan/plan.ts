/** The plan of a run: who does what, and what breaks when. The same options always give the same plan. */

import { sizeOf, type Act, type Episode, type PlannedAct } from './acts.js';
import { EPISODES, EPISODE_WEIGHTS, type EpisodeName } from './episodes.js';
import { planFaults, type FaultKind, type PlannedFault } from './faults.js';
import { people, type Person } from './people.js';
import { Random } from './random.js';

export interface PlanOptions {
  readonly seed: string;
  /** At least so many requests. */
  readonly operations: number;
  readonly faults: number;
  /** Most a person waits between two steps. Milliseconds. */
  readonly thinkMs: number;
  readonly onlyFaults?: readonly FaultKind[] | undefined;
  readonly onlyEpisodes?: readonly EpisodeName[] | undefined;
}

export interface Plan {
  readonly people: readonly Person[];
  readonly episodes: readonly Episode[];
  readonly faults: readonly PlannedFault[];
  /** Requests planned; retries and the numbers that are asked for come on top. */
  readonly operations: number;
}

/** Enough that a person's budgets last for their share of the run. */
const OPERATIONS_PER_PERSON = 48;
const FEWEST_PEOPLE = 24;
/** Somebody who is here already comes once more. */
const AT_ONCE = 0.1;

export function makePlan(options: PlanOptions): Plan {
  const random = new Random(`visits ${options.seed}`);
  const everybody = people(
    Math.max(FEWEST_PEOPLE, Math.ceil(options.operations / OPERATIONS_PER_PERSON)),
  );
  const episodes: Episode[] = [];
  let operations = 0;
  let round: Person[] = [];
  while (operations < options.operations) {
    if (round.length === 0) round = random.shuffled(everybody);
    const next = random.chance(AT_ONCE) ? random.pick(everybody) : round.pop();
    if (!next) throw new Error('there are no people');
    const episode = draw(random, options, { n: episodes.length, first: operations, person: next });
    operations += episode.steps.reduce((sum, step) => sum + stepSize(step.acts), 0);
    episodes.push(episode);
  }
  const { seed, faults, onlyFaults: only } = options;
  return {
    ...{ people: everybody, episodes, operations },
    faults: planFaults({ seed, faults, operations, only }),
  };
}

interface Draw {
  readonly n: number;
  readonly first: number;
  readonly person: Person;
}

function draw(random: Random, options: PlanOptions, { n, first, person }: Draw): Episode {
  const name = random.weighted(weightsOf(options));
  let at = first;
  const steps = EPISODES[name](random).map((acts): PlannedAct => {
    const step = { n: at, acts, thinkMs: random.between(0, options.thinkMs) };
    at += stepSize(acts);
    return step;
  });
  return { n, person: person.index, name, steps };
}

function weightsOf({ onlyEpisodes }: PlanOptions): Readonly<Record<EpisodeName, number>> {
  if (!onlyEpisodes) return EPISODE_WEIGHTS;
  const names = Object.entries(EPISODE_WEIGHTS) as [EpisodeName, number][];
  return Object.fromEntries(
    names.map(([name, weight]) => [name, onlyEpisodes.includes(name) ? weight : 0]),
  ) as Record<EpisodeName, number>;
}

function stepSize(acts: readonly Act[]): number {
  return acts.reduce((sum, act) => sum + sizeOf(act), 0);
}
