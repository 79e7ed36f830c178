/** `npm run chaos`: breaks a running Assay by a seeded plan and checks that nothing was broken for good. */

import { runChaos } from './chaos.js';
import { readOptions } from './options.js';
import { LONG, QUICK } from './pace.js';
import { protectionNamed } from './protections/all.js';
import { tryEach } from './protections/trial.js';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.isTrial) {
    process.exitCode = (await tryEach(options.seed)) ? 0 : 1;
    return;
  }
  const without = options.without === undefined ? undefined : protectionNamed(options.without);
  const { violations, report, folder } = await runChaos({
    ...options,
    ...(options.isQuick ? QUICK : LONG),
    ...{ without, ...without?.focus },
    limitMs: options.limitSeconds * 1_000,
  });
  console.log(report);
  if (violations.length > 0 || options.isKept) console.log(`history: ${folder}`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}

await main();
