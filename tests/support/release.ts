/** The release before this one, as it was built then (scripts/pack-release.mjs). */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ROOT } from './service.js';

/** The latest that may run beside this one during an update. */
export const RELEASE_BEFORE = '0.1.0';

export interface Release {
  /** Holds its `dist`, its migrations and its openapi.yaml. */
  readonly root: string;
  remove(): Promise<void>;
}

/** Into a folder of its own, over the packages that are installed here. */
export async function unpackRelease(name: string): Promise<Release> {
  const root = await mkdtemp(join(tmpdir(), 'assay-release-'));
  const packed = join(ROOT, 'tests/releases', `${name}.tgz`);
  await promisify(execFile)('tar', ['-xzf', packed, '-C', root]);
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
