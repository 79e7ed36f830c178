/** The key ring of this installation. */

import { randomBytes } from 'node:crypto';

import { KeyRing } from '../adapters/crypto/key-ring.js';
import type { LoadedConfig } from '../config/load.js';
import { openDataFolder, readIfThere, writePrivately } from './data-folder.js';
import { dataFolderRefusal } from './data-folder-refused.js';

/**
 * From the settings; an embedded service without one draws its own and keeps it in the data folder.
 * Throws `StartRefusedError` when it cannot be kept or read there.
 */
export function openKeyRing({ config, secrets }: LoadedConfig): KeyRing {
  if (secrets.masterKey !== null) return KeyRing.fromSetting(secrets.masterKey);
  try {
    return KeyRing.fromSetting(ownKey(config.dataDir));
  } catch (error) {
    throw dataFolderRefusal(error);
  }
}

/** Called while the data folder is locked, so nobody draws another one at the same time. */
function ownKey(dataDir: string): string {
  const { masterKey } = openDataFolder(dataDir);
  const known = readIfThere(masterKey);
  if (known !== undefined) return known.trim();
  const drawn = randomBytes(32).toString('base64');
  writePrivately(masterKey, `${drawn}\n`);
  return drawn;
}
