/** The data folder of an embedded service: its database, keys, demo credential and control socket. */

import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DataFolder {
  readonly database: string;
  readonly socket: string;
  readonly masterKey: string;
  readonly demo: string;
}

/** Only its owner may look inside. */
export function openDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return {
    database: join(path, 'database'),
    socket: join(path, 'control.sock'),
    masterKey: join(path, 'master-key'),
    demo: join(path, 'demo.json'),
  };
}

/** The text of a file, or undefined when there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The file appears whole or not at all, readable by its owner alone; an existing one is replaced. */
export function writePrivately(path: string, text: string): void {
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(own, text, { mode: 0o600, flag: 'wx' });
  try {
    unlinkIfThere(path);
    linkSync(own, path);
  } finally {
    unlinkSync(own);
  }
}

export function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
