/**
 * `npm start`: installs and builds where needed, then becomes `assay start --demo`.
 *
 * The command runs in this very process, so that signals reach the service and nothing stands between.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureBuilt, ensureInstalled, root } from './lib/project.mjs';

await ensureInstalled();
await ensureBuilt();

const command = join(root, 'bin/assay');
process.argv = [process.execPath, command, 'start', '--demo', ...process.argv.slice(2)];
await import(pathToFileURL(command).href);
