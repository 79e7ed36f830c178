/** The key ring of this installation. */

import { randomBytes } from 'node:crypto';

import { KeyRing } from '../adapters/crypto/key-ring.js';
import type { LoadedConfig } from '../config/load.js';
import { openDataFolder, readIfThere, writePrivately } from './data-folder.js';

/** From the settings; an embedded service without one draws its own and keeps it in the data folder. */
export function openKeyRing({ config, secrets }: LoadedConfig): KeyRing {
  return KeyRing.fromSetting(secrets.masterKey ?? ownKey(config.dataDir));
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
