/** What the command line of a run may say. */

import { parseArgs } from 'node:util';

export interface Options {
  readonly seed: string;
  readonly operations: number;
  readonly faults: number;
  readonly instances: number;
  readonly limitSeconds: number;
  readonly mutate: string | undefined;
  /** At the pace of the test suite. */
  readonly isQuick: boolean;
  /** Kept although nothing was found. */
  readonly isKept: boolean;
}

const DEFAULTS = { operations: 20_000, faults: 300, instances: 2, 'seconds-limit': 1_800 };

/** Throws for what it does not know. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ seed: text, operations: text, faults: text, instances: text, 'seconds-limit': text },
      ...{ mutate: text, keep: { type: 'boolean' }, quick: { type: 'boolean' } },
    },
  });
  const number = (name: keyof typeof DEFAULTS): number => {
    const given = values[name];
    if (given === undefined) return DEFAULTS[name];
    if (!/^\d{1,7}$/.test(given)) throw new Error(`--${name} takes a whole number`);
    return Number(given);
  };
  return {
    seed: values.seed ?? String(Math.floor(Date.now() / 1_000)),
    ...{ operations: number('operations'), faults: number('faults') },
    ...{ instances: number('instances'), limitSeconds: number('seconds-limit') },
    ...{ mutate: values.mutate, isKept: values.keep ?? false, isQuick: values.quick ?? false },
  };
}
