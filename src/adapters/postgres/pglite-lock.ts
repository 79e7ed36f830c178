/** A lock file beside the data folder: PGlite itself lets two processes corrupt one folder. */

import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';

/** Another process has the data folder open. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  constructor(readonly pid: number) {
    super(`the data folder is in use by process ${pid}`);
  }
}

/** Takes the lock and answers how to give it back; a lock whose process is gone is taken over. */
export function lockDataFolder(dataDir: string): () => void {
  const path = `${dataDir}.lock`;
  const own = `${path}.${randomUUID()}`;
  // Written first and linked then, so that nobody ever reads a lock without its pid.
  writeFileSync(own, String(process.pid), { mode: 0o600 });
  try {
    claim(own, path);
  } finally {
    unlinkSync(own);
  }
  return () => {
    if (holderOf(path) === process.pid) unlinkSync(path);
  };
}

function claim(own: string, path: string): void {
  if (didLink(own, path)) return;
  const holder = holderOf(path);
  if (holder !== undefined && isAlive(holder)) throw new DataFolderInUseError(holder);
  takeOver(own, path);
}

/** One at a time: of two that find the same dead lock, the second must not remove the first one's new. */
function takeOver(own: string, path: string): void {
  const turn = `${path}.takeover`;
  const other = holderOf(turn);
  if (other !== undefined && !isAlive(other)) unlinkSync(turn);
  if (!didLink(own, turn)) throw new DataFolderInUseError(other ?? 0);
  try {
    const holder = holderOf(path);
    if (holder !== undefined && isAlive(holder)) throw new DataFolderInUseError(holder);
    unlinkSync(path);
    if (!didLink(own, path)) throw new DataFolderInUseError(holderOf(path) ?? 0);
  } finally {
    unlinkSync(turn);
  }
}

function didLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function holderOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** This process counts as alive: one process opens a folder once. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === code;
}
