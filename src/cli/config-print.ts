/** `assay config print`: every setting, where it comes from, secrets as set or not set. */

import { describeSettings } from '../config/describe.js';
import { loadConfig } from '../config/load.js';
import type { Invocation } from './arguments.js';
import { UsageError } from './command.js';
import { writeResult } from './output.js';
import { table } from './table.js';

export async function configPrint(
  words: readonly string[],
  invocation: Invocation,
): Promise<number> {
  if (words.length > 0) throw new UsageError(`config print takes no words: ${words.join(' ')}`);
  const { wallClockMs } = await import('../compose/clock.js');
  const { settingsFile } = invocation;
  const lines = describeSettings(loadConfig({ settingsFile, nowMs: wallClockMs() }));
  writeResult(invocation, {
    json: JSON.stringify(lines, null, 2),
    text: table(
      ['SETTING', 'VALUE', 'FROM'],
      lines.map(({ name, value, source }) => [name, value ?? '', source]),
    ),
  });
  return 0;
}
