/** Makes a copy of the built service without one of its protections. */

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from '../../tests/support/service.js';
import { replaced, type Protection, type Replacement } from './protection.js';

/** What an instance reads while it runs. */
const COPIED = ['assets', 'bin', 'dist', 'drizzle', 'openapi.yaml', 'package.json'];
const BETWEEN_STATEMENTS = '--> statement-breakpoint';

const isMigration = ({ file }: Replacement): boolean => file.startsWith('drizzle/');

/** A folder to start instances from, and what takes it away. */
export interface Weakened {
  readonly root: string;
  remove(): void;
}

export function copyWithout({ replacements }: Protection): Weakened {
  const root = mkdtempSync(join(tmpdir(), 'assay-without-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const replacement of replacements.filter((one) => !isMigration(one))) {
    const path = join(root, replacement.file);
    writeFileSync(path, replaced(readFileSync(path, 'utf8'), replacement));
  }
  return {
    root,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** What the database of the run is told after its migrations: the functions that changed, and the rest. */
export function statementsWithout({ replacements, sql }: Protection): readonly string[] {
  const files = new Map<string, string>();
  for (const replacement of replacements.filter(isMigration)) {
    const { file } = replacement;
    const text = files.get(file) ?? readFileSync(join(ROOT, file), 'utf8');
    files.set(file, replaced(text, replacement));
  }
  const changed = [...files].flatMap(([file, text]) => {
    const known = new Set(readFileSync(join(ROOT, file), 'utf8').split(BETWEEN_STATEMENTS));
    return text.split(BETWEEN_STATEMENTS).filter((statement) => !known.has(statement));
  });
  return [
    ...sql,
    ...changed.map((statement) =>
      statement.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'),
    ),
  ];
}
