/** Running other programs: their exit as a number, their end within a time. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

/** Resolves to the exit code; a program ended by a signal counts as 128 + its number, as shells do. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  return exitOf(child);
}

/** Runs a step that everything after it needs. */
export async function runOrExit(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) process.exit(code);
}

/** Rejects only where the program could not be started. */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** Asks a program to end and kills it where it has not done so after `graceMs`. */
export async function stop(child, { signal, graceMs }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.kill(signal);
  await ended;
  clearTimeout(timer);
}

/** Ends a whole process group; one that is gone already is what was wanted. */
export function signalGroup(groupId, signal) {
  try {
    process.kill(-groupId, signal);
    return true;
  } catch {
    return false;
  }
}
