/** The checkout: where it is, whether its packages are installed and whether its build is current. */

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runOrExit } from './process.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Written last by scripts/build.mjs, so that an interrupted build never counts as one. */
export const buildStamp = join(root, 'dist/.built');

/** What the build reads; a change in any of them makes `dist` stale. */
const BUILD_INPUTS = [
  'src',
  'scripts/build.mjs',
  'scripts/build-pglite-template.mjs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Installs what the lock file names, unless exactly that is installed already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing packages (npm ci) ...');
  await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Builds `dist`, unless it is newer than everything it is built from. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.error('Building ...');
  await runOrExit(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
}

/** Runs the npm that started this process, else the one on the PATH. */
export async function runNpm(args) {
  const npm = process.env['npm_execpath'];
  const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const [command, ...first] = viaNode ? [process.execPath, npm] : ['npm'];
  // Standard output belongs to the command that needed the packages.
  await runOrExit(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
}

/**
 * Compares names and versions instead of times: a checkout changes the times of files that did not
 * change, and npm writes its own record a moment before the lock file.
 */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = Object.entries(readLock(join(root, 'package-lock.json')));
  const installed = readLock(record);
  return wanted.every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

function isBuilt() {
  if (!existsSync(buildStamp)) return false;
  const builtAt = statSync(buildStamp).mtimeMs;
  return BUILD_INPUTS.every((input) => newestChange(join(root, input)) <= builtAt);
}

/** A folder's own time counts too: it tells of files that were removed. */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(own.mtimeMs, ...inside);
}
