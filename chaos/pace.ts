/** How fast a run goes, and how long codes live in it. */

import type { ChaosOptions } from './chaos.js';

type Pace = Pick<ChaosOptions, 'lanes' | 'thinkMs' | 'codeLifeSeconds' | 'isPatient'>;

/** 20,000 requests and 300 faults in about twenty minutes on two cores; a resend fits into a code's life. */
export const LONG: Pace = { lanes: 40, thinkMs: 3_000, codeLifeSeconds: 120, isPatient: true };

/** A few hundred requests in half a minute: nobody waits for old challenges to lapse. */
export const QUICK: Pace = { lanes: 24, thinkMs: 500, codeLifeSeconds: 60, isPatient: false };
