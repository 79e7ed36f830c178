/** What every factory of signing keys must do: the executable form of its port. */

import { createPublicKey } from 'node:crypto';

import { calculateJwkThumbprint } from 'jose';
import jwt from 'jsonwebtoken';

import type { SigningKeyFactory } from '../../src/app/ports/signing-key-factory.js';
import { SealBrokenError } from '../../src/app/ports/vault.js';
import type { TokenClaims } from '../../src/domain/token.js';

const CLAIMS: TokenClaims = {
  iss: 'https://assay.example',
  aud: 'c-login',
  sub: 'u-1001',
  company_id: 'acme',
  challenge_id: 'ch-1',
  amr: ['otp', 'sms'],
  acr: 'urn:assay:acr:second-factor',
  auth_time: 1_795_000_000,
  iat: 1_795_000_000,
  exp: 1_795_000_120,
  jti: 'j-1',
};

/** `make` gives a factory under master keys of its own, each time others. */
export function describeSigningKeyFactory(name: string, make: () => SigningKeyFactory): void {
  describe(`SigningKeyFactory contract: ${name}`, () => {
    it('R071: names a key by its RFC 7638 thumbprint and publishes public members only', async () => {
      const { kid, publicJwk } = make().make();
      expect(Object.keys(publicJwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
      expect(publicJwk).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256', kid });
      expect(await calculateJwkThumbprint(publicJwk, 'sha256')).toBe(kid);
    });

    it('makes another key each time', () => {
      const factory = make();
      expect(factory.make().kid).not.toBe(factory.make().kid);
    });

    it('R065: signs ES256 with the key it published, and nothing but the claims', () => {
      const factory = make();
      const made = factory.make();
      const token = factory.open(made).sign('assay-sign-in+jwt', CLAIMS);
      const key = createPublicKey({ key: { ...made.publicJwk }, format: 'jwk' });
      const verified = jwt.verify(token, key, {
        algorithms: ['ES256'],
        clockTimestamp: CLAIMS.iat,
        complete: true,
      });
      expect(verified.payload).toEqual(CLAIMS);
      expect(verified.header).toEqual({ alg: 'ES256', typ: 'assay-sign-in+jwt', kid: made.kid });
    });

    it('seals the private half: no PKCS #8 in what is stored', () => {
      // Every PKCS #8 of a P-256 key begins like this (RFC 5958).
      const pkcs8 = Buffer.from('308187020100301306072a8648ce3d0201', 'hex');
      expect(Buffer.from(make().make().sealedPrivateKey).includes(pkcs8)).toBe(false);
    });

    it('opens a key only as itself, unaltered, and under its own master key', () => {
      const factory = make();
      const [one, two] = [factory.make(), factory.make()];
      expect(factory.open(one).kid).toBe(one.kid);
      expect(() => factory.open({ ...one, kid: two.kid })).toThrow(SealBrokenError);
      const cut = one.sealedPrivateKey.slice(0, -1);
      expect(() => factory.open({ ...one, sealedPrivateKey: cut })).toThrow(SealBrokenError);
      expect(() => make().open(one)).toThrow(SealBrokenError);
    });
  });
}
