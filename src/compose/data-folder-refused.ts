/** What stands in the way of a data folder, in words for the operator. */

import { statfsSync } from 'node:fs';
import { types } from 'node:util';

import { DatabaseFolderError } from '../adapters/postgres/database-folder-error.js';
import { MasterKeyError } from '../domain/master-key.js';
import { StartRefusedError } from './start-refused.js';

/** PostgreSQL writes 16 MB at a time and stops for good in the middle of one where there is no room. */
export const ROOM_MB = 64;

const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'may not be written',
  ENOTDIR: 'is not a folder',
  EEXIST: 'is not a folder',
  ENOSPC: 'has no space left',
  EDQUOT: 'has no space left',
};

/** The same error in words when the data folder is at fault, or the error itself. */
export function dataFolderRefusal(error: unknown): unknown {
  if (error instanceof DatabaseFolderError) return refused(error.message);
  if (error instanceof MasterKeyError) return refused(`the file master-key ${error.problem}`);
  if (!types.isNativeError(error) || !('syscall' in error) || !('code' in error)) return error;
  const code = String(error.code);
  return refused(`${MEANINGS[code] ?? 'cannot be used'} (${code})`);
}

/** Throws `StartRefusedError` when the disk is too full to open a database there. */
export function assertRoom(folder: string, freeBytes = freeBytesAt): void {
  const freeMb = Math.floor(freeBytes(folder) / 1_048_576);
  if (freeMb >= ROOM_MB) return;
  throw refused(`has ${freeMb} MB free and needs ${ROOM_MB}`);
}

function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function refused(detail: string): StartRefusedError {
  return new StartRefusedError('ASSAY_DATA_DIR', detail);
}
