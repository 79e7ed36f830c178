/** Finds the promtool that the alert rules are tested with, and brings one without Prometheus itself. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { extractProgram } from './distribution.mjs';

/** Debian and Ubuntu ship promtool in the package of the server. */
const PACKAGE = 'prometheus';

/** Answers the program's path; undefined where there is none that runs. */
export function findPromtool(cacheFolder, env = process.env) {
  if (env.TEST_PROMTOOL) return env.TEST_PROMTOOL;
  const folders = [...(env.PATH ?? '').split(delimiter), '/opt/homebrew/bin', '/usr/local/bin'];
  return [...folders, cacheFolder].map((folder) => join(folder, 'promtool')).find(runs);
}

/** Unpacks this one program: an installed package would start a server with the machine. */
export function installPromtool(cacheFolder) {
  return extractProgram({ package: PACKAGE, path: 'usr/bin/promtool', into: cacheFolder });
}

function runs(program) {
  return existsSync(program) && spawnSync(program, ['--version']).status === 0;
}
