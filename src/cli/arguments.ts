/** The options that every command takes, taken out of the words. */

import { UsageError } from './command.js';

export interface Invocation {
  /** The command and its own words. */
  readonly words: readonly string[];
  readonly isJson: boolean;
  readonly isHelp: boolean;
  /** Path of a settings file. */
  readonly settingsFile: string | undefined;
}

/** Throws `UsageError` when `--settings` names nothing. */
export function readInvocation(args: readonly string[]): Invocation {
  const words: string[] = [];
  let settingsFile: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--settings') settingsFile = file(args[(at += 1)]);
    else if (word.startsWith('--settings=')) settingsFile = file(word.slice('--settings='.length));
    else words.push(word);
  }
  const flags = new Set(['--json', '--help', '-h']);
  return {
    words: words.filter((word) => !flags.has(word)),
    isJson: words.includes('--json'),
    isHelp: words.includes('--help') || words.includes('-h'),
    settingsFile,
  };
}

function file(path = ''): string {
  if (path === '' || path.startsWith('-')) throw new UsageError('--settings: a file is needed');
  return path;
}
