/** Signing keys: ES256 by jsonwebtoken, private halves sealed as PKCS #8 under the key ring. */

import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  type webcrypto,
} from 'node:crypto';

import jwt from 'jsonwebtoken';

import type { SigningKey, SigningKeyFactory } from '../../app/ports/signing-key-factory.js';
import type { NewSigningKey, SigningKeyRecord } from '../../app/ports/signing-key-store.js';
import type { TokenClaims, TokenType } from '../../domain/token.js';
import { FieldCipher } from './field-cipher.js';
import type { KeyRing } from './key-ring.js';

const ALGORITHM = 'ES256';
const CURVE = 'P-256';

export class CryptoSigningKeyFactory implements SigningKeyFactory {
  private readonly cipher: FieldCipher;

  constructor(ring: KeyRing) {
    this.cipher = new FieldCipher(ring, 'signing');
  }

  make(): NewSigningKey {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: CURVE });
    const point = pointOf(publicKey);
    const kid = thumbprint(point);
    const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
    return {
      kid,
      publicJwk: { kty: 'EC', crv: CURVE, ...point, use: 'sig', alg: ALGORITHM, kid },
      sealedPrivateKey: this.cipher.seal(pkcs8, placeOf(kid)),
    };
  }

  open({ kid, sealedPrivateKey }: Pick<SigningKeyRecord, 'kid' | 'sealedPrivateKey'>): SigningKey {
    const der = Buffer.from(this.cipher.open(sealedPrivateKey, placeOf(kid)));
    return new Es256Key(kid, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  }
}

/** Holds the private key as a KeyObject: a PEM string is parsed anew on every signature, 14 times slower. */
class Es256Key implements SigningKey {
  readonly #key: KeyObject;

  constructor(
    readonly kid: string,
    key: KeyObject,
  ) {
    this.#key = key;
  }

  sign(typ: TokenType, claims: TokenClaims): string {
    const header = { alg: ALGORITHM, kid: this.kid, typ } as const;
    return jwt.sign(claims, this.#key, { algorithm: ALGORITHM, header });
  }
}

function placeOf(kid: string): readonly string[] {
  return ['signing-key', kid];
}

function pointOf(publicKey: KeyObject): { readonly x: string; readonly y: string } {
  const { x, y }: webcrypto.JsonWebKey = publicKey.export({ format: 'jwk' });
  if (x === undefined || y === undefined) throw new TypeError('not a key on a curve');
  return { x, y };
}

/** RFC 7638 3: the required members in lexicographic order, hashed. */
function thumbprint({ x, y }: { readonly x: string; readonly y: string }): string {
  const members = JSON.stringify({ crv: CURVE, kty: 'EC', x, y });
  return createHash('sha256').update(members).digest('base64url');
}
