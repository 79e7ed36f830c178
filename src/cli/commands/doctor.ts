/** The command that looks at every part. */

import { z } from 'zod';

import { command } from '../command.js';

const MARKS = { ok: 'ok     ', warning: 'WARNING', broken: 'BROKEN ' };

export const doctor = command({
  name: 'doctor',
  usage: '',
  options: {},
  input: z.strictObject({}),
  run: (operator) => operator.examine(),
  print: (findings) =>
    findings.map(({ part, state, detail }) => `${MARKS[state]}  ${part}: ${detail}`).join('\n'),
  exitCode: (findings) => (findings.some(({ state }) => state === 'broken') ? 1 : 0),
});
