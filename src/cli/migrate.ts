/** `assay migrate`: brings the database's schema up to this release. */

import { loadConfig } from '../config/load.js';
import type { Invocation } from './arguments.js';
import { UsageError } from './command.js';
import { writeResult } from './output.js';

export async function migrate(words: readonly string[], invocation: Invocation): Promise<number> {
  if (words.length > 0) throw new UsageError(`migrate takes no words: ${words.join(' ')}`);
  const { wallClockMs } = await import('../compose/clock.js');
  const { migrate: run } = await import('../compose/migrate.js');
  const { settingsFile } = invocation;
  const result = await run(loadConfig({ settingsFile, nowMs: wallClockMs() }));
  const { applied } = result;
  const text =
    applied === null
      ? 'an embedded database is migrated whenever it is opened'
      : `${applied} migration(s) applied`;
  writeResult(invocation, { json: JSON.stringify(result), text });
  return 0;
}
