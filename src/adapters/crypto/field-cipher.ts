/** Authenticated encryption of single fields: AES-256-GCM in a versioned envelope. */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { SealBrokenError } from '../../app/ports/vault.js';
import type { KeyRing, KeyUse } from './key-ring.js';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES;
const MIN_BYTES = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

/**
 * Seals and opens fields under one use of the key ring. Envelope: version (1 byte), key id (4), nonce
 * (12, random: a key may seal 2^32 fields, NIST SP 800-38D 8.3), ciphertext, tag (16).
 */
export class FieldCipher {
  constructor(
    private readonly ring: KeyRing,
    private readonly use: KeyUse,
  ) {}

  /** Seals under the newest key. `place` names where the field belongs; it opens nowhere else. */
  seal(plain: Uint8Array, place: readonly string[]): Uint8Array {
    const { id, key } = this.ring.newest(this.use);
    const header = Buffer.concat([Buffer.of(VERSION), Buffer.from(id, 'hex')]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(associatedData(header, place));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([header, nonce, sealed, cipher.getAuthTag()]);
  }

  /** @throws {SealBrokenError} whatever the reason: altered, of another place, key not held. */
  open(envelope: Uint8Array, place: readonly string[]): Uint8Array {
    const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
    if (bytes.length < MIN_BYTES || bytes[0] !== VERSION) throw new SealBrokenError();
    const header = bytes.subarray(0, HEADER_BYTES);
    const key = this.ring.find(this.use, header.toString('hex', 1));
    if (key === undefined) throw new SealBrokenError();
    const nonce = bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(header, place)).setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const plain = decipher.update(bytes.subarray(HEADER_BYTES + NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      throw new SealBrokenError();
    }
  }
}

/** Each part after its length: ("ab", "c") and ("a", "bc") are different places. */
function associatedData(header: Uint8Array, place: readonly string[]): Buffer {
  const parts = place.flatMap((part) => {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat([header, ...parts]);
}
