/** What `assay --help` shows. */

import { COMMANDS } from './registry.js';

const LOCAL_USAGE = [
  'assay start',
  'assay init [FILE]   (writes a settings file with fresh secrets; default assay.env)',
  'assay migrate',
  'assay config print',
];

/** All commands, or those whose name begins with these words. */
export function helpText(words: readonly string[]): string {
  const all = [...LOCAL_USAGE, ...COMMANDS.map(({ usage }) => usage)];
  const asked = all.filter((usage) => usage.startsWith(['assay', ...words].join(' ')));
  return [
    ...(asked.length > 0 ? asked : all),
    '',
    'Every command takes --json (standard output holds only the result) and --settings FILE.',
  ].join('\n');
}
