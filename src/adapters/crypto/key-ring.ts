/** The key ring: every key Assay uses, derived from the master keys and never shown. */

import { createHash, hkdfSync } from 'node:crypto';

import { parseMasterKeys } from '../../domain/master-key.js';

/** What keys are for; each use has keys of its own (decision 30). */
export const KEY_USES = [
  'code',
  'digest',
  'seal',
  'mask',
  'index',
  'fingerprint',
  'signing',
  'return',
] as const;
export type KeyUse = (typeof KEY_USES)[number];

/** Frozen: another label is another key, and nothing sealed before would open. */
const LABEL = 'assay/v1/';
const DERIVED_BYTES = 32;
/** Eight hex characters name a key; they tell nothing of it. */
const KEY_ID_CHARACTERS = 8;

interface HeldKey {
  readonly id: string;
  readonly derived: ReadonlyMap<KeyUse, Uint8Array>;
}

/** Prints, serialises and inspects as the ids of its keys. */
export class KeyRing {
  readonly #held: readonly [HeldKey, ...HeldKey[]];

  private constructor(held: readonly [HeldKey, ...HeldKey[]]) {
    this.#held = held;
  }

  /**
   * Builds the ring from `ASSAY_MASTER_KEY`: one to three keys, newest first.
   * @throws {MasterKeyError} naming the setting, never its value.
   */
  static fromSetting(setting: string): KeyRing {
    const [newest, ...older] = parseMasterKeys(setting).map(derive);
    if (newest === undefined) throw new TypeError('no master key');
    return new KeyRing([newest, ...older]);
  }

  /** Newest first. */
  get keyIds(): readonly string[] {
    return this.#held.map(({ id }) => id);
  }

  /** The key that new writes use. */
  newest(use: KeyUse): { readonly id: string; readonly key: Uint8Array } {
    const [newest] = this.#held;
    return { id: newest.id, key: keyFor(newest, use) };
  }

  /** Undefined when the key is no longer, or not yet, held. */
  find(use: KeyUse, id: string): Uint8Array | undefined {
    const held = this.#held.find((candidate) => candidate.id === id);
    return held && keyFor(held, use);
  }

  toString(): string {
    return `KeyRing(${this.keyIds.join(', ')})`;
  }

  toJSON(): readonly string[] {
    return this.keyIds;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

function derive(master: Uint8Array): HeldKey {
  const id = createHash('sha256').update(`${LABEL}key-id`).update(master).digest('hex');
  const derived = KEY_USES.map((use) => {
    // RFC 5869; the master key is uniform, so no salt is needed (3.1).
    const key = hkdfSync('sha256', master, new Uint8Array(), LABEL + use, DERIVED_BYTES);
    return [use, new Uint8Array(key)] as const;
  });
  return { id: id.slice(0, KEY_ID_CHARACTERS), derived: new Map(derived) };
}

function keyFor(held: HeldKey, use: KeyUse): Uint8Array {
  const key = held.derived.get(use);
  if (key === undefined) throw new TypeError(`no key for ${use}`);
  return key;
}
