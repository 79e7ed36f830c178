/** A lock file beside the data folder: PGlite itself lets two processes corrupt one folder. */

import { randomUUID } from 'node:crypto';
import { linkSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { becomeHolder, isAlive, readHolder, type Holder } from './lock-holder.js';

/** Another process has the data folder open. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  constructor(readonly pid: number) {
    super(`the data folder is in use by process ${pid}`);
  }
}

/** Takes the lock and answers how to give it back; a lock whose process is gone is taken over. */
export async function lockDataFolder(dataDir: string): Promise<() => void> {
  const path = `${dataDir}.lock`;
  const { holder, end } = await becomeHolder(dataDir);
  try {
    await claimAs(holder, path);
  } catch (error) {
    end();
    throw error;
  }
  return () => {
    if (isSame(readHolder(path), holder)) unlinkSync(path);
    end();
  };
}

async function claimAs(holder: Holder, path: string): Promise<void> {
  const own = `${path}.${randomUUID()}`;
  // Written first and linked then, so that nobody ever reads a lock without its holder.
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    await claim(own, path);
  } finally {
    unlinkSync(own);
  }
}

async function claim(own: string, path: string): Promise<void> {
  if (didLink(own, path)) return;
  await refuseIfAlive(readHolder(path), path);
  await takeOver(own, path);
}

/** One at a time: of two that find the same dead lock, the second must not remove the first one's new. */
async function takeOver(own: string, path: string): Promise<void> {
  const turn = `${path}.takeover`;
  const other = readHolder(turn);
  if (other !== undefined && !(await isAlive(other, turn))) unlinkSync(turn);
  if (!didLink(own, turn)) throw new DataFolderInUseError(other?.pid ?? 0);
  try {
    const dead = readHolder(path);
    await refuseIfAlive(dead, path);
    removeLeftovers(dead, path);
    if (!didLink(own, path)) throw new DataFolderInUseError(readHolder(path)?.pid ?? 0);
  } finally {
    unlinkSync(turn);
  }
}

function removeLeftovers(dead: Holder | undefined, path: string): void {
  if (dead?.socket) rmSync(join(dirname(path), dead.socket), { force: true });
  rmSync(path, { force: true });
}

async function refuseIfAlive(holder: Holder | undefined, path: string): Promise<void> {
  if (holder && (await isAlive(holder, path))) throw new DataFolderInUseError(holder.pid);
}

/** One process may open and close several folders, and one folder several times. */
function isSame(known: Holder | undefined, own: Holder): boolean {
  return known?.pid === own.pid && known.socket === own.socket;
}

function didLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (typeof error === 'object' && error && Reflect.get(error, 'code') === 'EEXIST') return false;
    throw error;
  }
}
