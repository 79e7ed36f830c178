/** Commands that stop every message and let them go again (R031), or those to one prefix (R035). */

import { z } from 'zod';

import type { WrittenPause } from '../../app/ports/send-pause-store.js';
import { command } from '../command.js';
import { required } from '../input.js';
import { operatorAudit } from '../operator.js';

export const sendsPause = command({
  name: 'sends pause',
  usage: '--reason R   (no message leaves any more; codes that are out can still be entered)',
  options: { reason: { type: 'string' } },
  input: z.strictObject({
    reason: required('for the audit').pipe(z.string().max(500)),
  }),
  async run({ sendPauses }, { reason }) {
    return answerOf(
      await sendPauses.write(reason, operatorAudit('sends.paused', null, { reason })),
    );
  },
  print: ({ changed, since, reason }) =>
    changed
      ? 'sends are paused; every instance knows within seconds'
      : `sends are paused already, since ${since ?? ''}: ${reason ?? ''}`,
});

export const sendsResume = command({
  name: 'sends resume',
  usage: '',
  options: {},
  input: z.strictObject({}),
  async run({ sendPauses }) {
    return answerOf(await sendPauses.write(null, operatorAudit('sends.resumed', null, {})));
  },
  print: ({ changed }) =>
    changed ? 'sends go out again; every instance knows within seconds' : 'sends are not paused',
});

export const sendsReopen = command({
  name: 'sends reopen',
  usage: '--prefix +447700 --reason R   (codes go to this block of numbers again, counted anew)',
  options: { prefix: { type: 'string' }, reason: { type: 'string' } },
  input: z.strictObject({
    prefix: required('as the metrics and the log name it').regex(
      /^\+[1-9]\d{1,10}$/,
      'must be like +447700',
    ),
    reason: required('for the audit').pipe(z.string().max(500)),
  }),
  async run(operator, { prefix, reason }) {
    const audit = operatorAudit('sends.prefix_reopened', null, { prefix, reason });
    return { prefix, reopened: await operator.reopenPrefix(prefix, audit) };
  },
  print: ({ prefix, reopened }) =>
    reopened ? `codes go to ${prefix} again` : `nothing was counted of ${prefix}`,
});

function answerOf({ changed, pause }: WrittenPause) {
  const since = pause?.since.toISOString() ?? null;
  return { changed, paused: pause !== null, since, reason: pause?.reason ?? null };
}
