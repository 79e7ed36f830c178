/** `npm run build`: compiles `src` into a fresh `dist`, with the files that are not TypeScript beside it. */

import { cpSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runOrExit } from './lib/process.mjs';
import { buildStamp, root } from './lib/project.mjs';

const src = join(root, 'src');
const dist = join(root, 'dist');
/** Makes the empty database that the embedded mode opens. */
const templateBuilder = join(root, 'scripts/build-pglite-template.mjs');

rmSync(dist, { recursive: true, force: true });
await runOrExit(process.execPath, [
  join(root, 'node_modules/typescript/bin/tsc'),
  ...['-p', join(root, 'tsconfig.build.json')],
]);
cpSync(src, dist, { recursive: true, filter: isFolderOrAsset });
if (existsSync(templateBuilder)) {
  await runOrExit(process.execPath, [templateBuilder], { cwd: root });
}
writeFileSync(buildStamp, '');

function isFolderOrAsset(path) {
  return statSync(path).isDirectory() || !/\.tsx?$/.test(path);
}
