/** Looks at Redis again and again during a run, and through the logs after it. */

import { cli } from '../../tests/support/redis.js';
import type { Instances } from '../estate/instances.js';
import type { SmsEvent } from './events.js';
import type { Recorder } from './recorder.js';

const SCRIPT = `local keys, bad = redis.call('KEYS', '*'), {}
  for _, key in ipairs(keys) do if redis.call('PTTL', key) == -1 then bad[#bad + 1] = key end end
  return { #keys, unpack(bad, 1, 20) }`;

/** One look. A Redis that does not answer, or is being replaced, is not looked at. */
export async function lookAtRedis(
  { redis }: { readonly redis: { readonly port: number } },
  recorder: Recorder,
): Promise<void> {
  const atMs = Date.now();
  const found = await cli(redis.port, '--raw', 'eval', SCRIPT, '0').catch(() => undefined);
  const [count, ...withoutExpiry] = found?.split('\n') ?? [];
  const keys = Number(count);
  if (!Number.isInteger(keys)) return;
  recorder.add({ type: 'scan', atMs, keys, withoutExpiry });
}

/** Stands alone: not part of a longer word, an id or a fraction. */
const WORDS = /(?<![\w.-])\+?\d{8,}(?![\w-])/g;

/** Codes and numbers of this run in what the instances wrote. */
export function lookThroughLogs(instances: Instances, recorder: Recorder): void {
  const sms = recorder.of('sms');
  const secrets = {
    code: new Set([...codesOf(sms), ...submitted(recorder)]),
    number: new Set(sms.flatMap(({ to }) => [to, to.slice(1)])),
  };
  for (let instance = 0; instance < instances.count; instance += 1) {
    const words = instances.outputOf(instance).match(WORDS) ?? [];
    for (const what of ['code', 'number'] as const) {
      const count = words.filter((word) => secrets[what].has(word)).length;
      if (count > 0) recorder.add({ type: 'leak', instance, what, count });
    }
  }
}

const codesOf = (sms: readonly SmsEvent[]): string[] =>
  sms.flatMap(({ code }) => (code === undefined ? [] : [code]));

const submitted = (recorder: Recorder): string[] =>
  recorder.of('call').flatMap((call) => (call.submitted === undefined ? [] : [call.submitted]));
