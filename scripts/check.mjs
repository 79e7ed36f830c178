/** `npm run check`: everything that can be said about the code without running it. Runs all, then fails. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './lib/process.mjs';
import { ensureBuilt, ensureInstalled, root } from './lib/project.mjs';

await ensureInstalled();
// publint looks at what would be published.
await ensureBuilt();

// A linter has nobody to report to.
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};
const failed = [];
for (const [name, script] of steps()) {
  const startedAt = Date.now();
  const [program, ...args] = script;
  const code = await run(process.execPath, [join(root, program), ...args], { cwd: root, env });
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function steps() {
  return [
    ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
    ['lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0']],
    ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']],
    ['dependencies', ['scripts/checks/dependencies.mjs']],
    ['unused', ['node_modules/knip/bin/knip.js', '--no-progress']],
    ['file sizes', ['scripts/checks/file-sizes.mjs']],
    ...openapiSteps(),
    ['package', ['node_modules/publint/src/cli.js', '--strict']],
  ];
}

function openapiSteps() {
  if (!existsSync(join(root, 'openapi.yaml'))) return [];
  return [
    ['openapi', ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.yaml']],
    ['client types', ['scripts/checks/client-types.mjs']],
  ];
}
