/** Commands that stop every message at once, and let them go again (R031). */

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

function answerOf({ changed, pause }: WrittenPause) {
  const since = pause?.since.toISOString() ?? null;
  return { changed, paused: pause !== null, since, reason: pause?.reason ?? null };
}
