/** Reads files of the checkout, for tests that hold one file to another. */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export function readProjectFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function hasProjectFile(path: string): boolean {
  return existsSync(join(root, path));
}

/** Paths of all files below a folder, relative to the checkout. */
export function projectFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** What stands in backticks in the first column of a page's tables. */
export function firstColumnNames(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\|(?<cell>[^|]*)\|/gm)].flatMap(({ groups }) =>
    [...(groups?.['cell'] ?? '').matchAll(/`(?<name>[^`]+)`/g)].map(
      (m) => m.groups?.['name'] ?? '',
    ),
  );
}
