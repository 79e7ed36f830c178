/** Reads the master keys of the setting and refuses those that nobody drew at random. */

/** How many keys may be held at once (decision 29). */
const MAX_KEYS = 3;
const KEY_BYTES = 32;
/** 32 random bytes have about 30 distinct values; fewer than 20 happen once in 10^11 draws. */
const MIN_DISTINCT = 20;

/** What is wrong with the setting; its value is never part of it. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
  readonly setting = 'ASSAY_MASTER_KEY';

  constructor(readonly problem: string) {
    super(`ASSAY_MASTER_KEY ${problem}`);
  }
}

/**
 * Reads comma-separated base64 keys, newest first, at most three.
 * @throws {MasterKeyError} for none, too many, equal, ill-sized or guessable ones.
 */
export function parseMasterKeys(setting: string): readonly Uint8Array[] {
  const entries = setting.split(',').map((entry) => entry.trim());
  if (entries.length > MAX_KEYS) throw new MasterKeyError(`holds more than ${MAX_KEYS} keys`);
  const keys = entries.map(parseKey);
  const distinct = new Set(keys.map((key) => key.toString('hex')));
  if (distinct.size !== keys.length) throw new MasterKeyError('holds the same key twice');
  return keys;
}

function parseKey(entry: string): Buffer {
  const key = Buffer.from(entry, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== entry) {
    throw new MasterKeyError('must be 32 random bytes in base64 (openssl rand -base64 32)');
  }
  if (isGuessable(key)) throw new MasterKeyError('is not random (openssl rand -base64 32)');
  return key;
}

/** Repetition, counting, and phrases: what people type where randomness is asked for. */
function isGuessable(key: Buffer): boolean {
  const bytes = [...key];
  const steps = new Set(bytes.slice(1).map((byte, at) => (byte - (bytes[at] ?? 0) + 256) % 256));
  const isPrintable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(bytes).size < MIN_DISTINCT || steps.size < MIN_DISTINCT / 2 || isPrintable;
}
