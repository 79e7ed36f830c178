/** Fails where a source file is over 200 lines, or the median source file is not under 80. */

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import { clientTypesPath } from '../lib/client-types.mjs';
import { root } from '../lib/project.mjs';

const MAX_LINES = 200;
const MEDIAN_UNDER = 80;

const src = join(root, 'src');
const sizes = readdirSync(src, { recursive: true })
  .map((name) => join(src, name))
  // Generated from one description, not written or read as a file.
  .filter((path) => /\.(tsx?|lua|js|css)$/.test(path) && path !== clientTypesPath)
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);

const median = sizes[Math.floor(sizes.length / 2)].lines;
const tooLong = sizes.filter(({ lines }) => lines > MAX_LINES);

console.log(`${sizes.length} source files, median ${median} lines`);
for (const { path, lines } of tooLong) {
  console.error(`${relative(root, path)} has ${lines} lines; the limit is ${MAX_LINES}`);
}
if (median >= MEDIAN_UNDER) console.error(`The median has to be under ${MEDIAN_UNDER} lines.`);
if (tooLong.length > 0 || median >= MEDIAN_UNDER) process.exitCode = 1;
