/** The command line: finds the command, runs it, turns errors into words and exit codes. */

import { readInvocation, type Invocation } from './arguments.js';
import { UsageError } from './command.js';
import { explain } from './explain.js';
import { writeError } from './output.js';

/** 0 done, 1 failed, 2 the command line is wrong. */
const FAILED = 1;
const MISUSED = 2;

/** Commands that are no request to a service. Loaded when they are asked for. */
const LOCAL: Readonly<Record<string, () => Promise<LocalCommand>>> = {
  start: async () => (await import('./start.js')).start,
  init: async () => (await import('./init.js')).init,
  migrate: async () => (await import('./migrate.js')).migrate,
  'config print': async () => (await import('./config-print.js')).configPrint,
};

/** Answers the exit code, or undefined when the process goes on serving. */
type LocalCommand = (
  words: readonly string[],
  invocation: Invocation,
) => Promise<number | undefined>;

async function run(args: readonly string[]): Promise<number | undefined> {
  const invocation = readInvocation(args);
  const { words } = invocation;
  if (invocation.isHelp || words.length === 0 || words[0] === 'help') {
    const { help } = await import('./help.js');
    return help(words[0] === 'help' ? words.slice(1) : words, invocation);
  }
  for (const length of [1, 2]) {
    const local = LOCAL[words.slice(0, length).join(' ')];
    if (local) return (await local())(words.slice(length), invocation);
  }
  const { findCommand } = await import('./registry.js');
  const found = findCommand(words);
  if (!found) {
    throw new UsageError(`no such command: ${words.join(' ')}; \`assay help\` lists them`);
  }
  const { runCommand } = await import('./run-command.js');
  return runCommand(found.command, found.rest, invocation);
}

/** Standard output went away or is full: a service goes on serving, a command's result is lost. */
function onOutputError(): void {
  if (!isServing) process.exitCode = FAILED;
}

let isServing = false;
process.stdout.on('error', onOutputError);
process.stderr.on('error', onOutputError);
// Node itself would print the message, which may be a library's.
process.on('uncaughtException', (error) => {
  writeError(explain(error).message);
  process.exit(FAILED);
});

try {
  const exitCode = await run(process.argv.slice(2));
  if (exitCode === undefined) isServing = true;
  else process.exitCode = exitCode;
} catch (error) {
  const { message, isUsage } = explain(error);
  for (const line of message.split('\n')) writeError(line);
  process.exitCode = isUsage ? MISUSED : FAILED;
}
