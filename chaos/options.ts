/** What the command line of a run may say. */

import { parseArgs } from 'node:util';

export interface Options {
  readonly seed: string;
  readonly operations: number;
  readonly faults: number;
  readonly instances: number;
  readonly limitSeconds: number;
  /** The name of the protection to do without. */
  readonly without: string | undefined;
  /** Does without each protection in turn. */
  readonly isTrial: boolean;
  /** At the pace of the test suite. */
  readonly isQuick: boolean;
  /** Kept although nothing was found. */
  readonly isKept: boolean;
}

const DEFAULTS = { operations: 20_000, faults: 300, instances: 2, 'seconds-limit': 1_800 };

/** Throws for what it does not know. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ seed: text, operations: text, faults: text, instances: text, 'seconds-limit': text },
      ...{ without: text, protections: flag, keep: flag, quick: flag },
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
    ...{ without: values.without, isTrial: values.protections ?? false },
    ...{ isKept: values.keep ?? false, isQuick: values.quick ?? false },
  };
}
