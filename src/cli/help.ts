/** What `assay help` and `--help` show. */

import type { Invocation } from './arguments.js';
import { UsageError } from './command.js';
import { writeResult } from './output.js';
import { COMMANDS } from './registry.js';

const LOCAL_USAGE = [
  'assay start [--demo]',
  'assay init [FILE]   (writes a settings file with fresh secrets; default assay.env)',
  'assay migrate',
  'assay config print',
  'assay help [COMMAND]   (also --help behind a command)',
];

const FOOT =
  'Every command takes --json (standard output holds only the result) and --settings FILE.';

/** All commands, or those that the first words name. Throws `UsageError` when these name none. */
export function help(words: readonly string[], invocation: Invocation): Promise<number> {
  const usages = usagesOf(words);
  const json = JSON.stringify({ usage: usages }, null, 2);
  writeResult(invocation, { json, text: [...usages, '', FOOT].join('\n') });
  return Promise.resolve(0);
}

/** Usage lines by a command's name; words behind it are its own, as help is asked for in the middle of typing. */
export function usagesOf(words: readonly string[]): readonly string[] {
  const all = [...LOCAL_USAGE, ...COMMANDS.map(({ usage }) => usage)];
  if (words.length === 0) return all;
  const named = [2, 1].map((length) => ['assay', ...words.slice(0, length), ''].join(' '));
  const found = named.map((name) => all.filter((usage) => `${usage} `.startsWith(name)));
  const most = found.find(({ length }) => length > 0);
  if (most) return most;
  throw new UsageError(`no such command: ${words.join(' ')}; \`assay help\` lists them`);
}
