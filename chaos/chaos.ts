/** One run from an empty estate to its violations. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkAll } from './check/all.js';
import { openChaosEstate } from './estate/estate.js';
import type { History, Violation } from './history/events.js';
import { Recorder } from './history/recorder.js';
import { makePlan, type PlanOptions } from './plan/plan.js';
import type { Protection } from './protections/protection.js';
import { reportOf } from './report.js';
import { runPlan, type RunOptions } from './run-plan.js';

export interface ChaosOptions extends PlanOptions, Omit<RunOptions, 'seed'> {
  readonly instances: number;
  /** What the service is run without. */
  readonly without?: Protection | undefined;
  readonly isKept: boolean;
}

export interface Outcome {
  readonly history: History;
  readonly violations: readonly Violation[];
  readonly report: string;
  /** Of the history, where it was kept. */
  readonly folder: string;
}

export async function runChaos(options: ChaosOptions): Promise<Outcome> {
  const startedMs = Date.now();
  const plan = makePlan(options);
  const recorder = new Recorder(mkdtempSync(join(tmpdir(), 'assay-chaos-')));
  let isKept = true;
  const estate = await openChaosEstate(recorder, options);
  try {
    const history = await runPlan(estate, recorder, { plan, options });
    const violations = checkAll(history);
    const seconds = (Date.now() - startedMs) / 1_000;
    const report = reportOf({ seed: options.seed, seconds }, history, violations);
    isKept = options.isKept || violations.length > 0;
    if (isKept) {
      recorder.write('final.json', history.final);
      recorder.write('report.txt', report);
      for (let place = 0; place < options.instances; place += 1)
        recorder.write(`instance-${String(place)}.log`, estate.instances.outputOf(place));
    }
    return { history, violations, report, folder: recorder.folder };
  } finally {
    await estate.close();
    await recorder.close(isKept);
  }
}
