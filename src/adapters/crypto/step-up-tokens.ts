/** StepUpTokens on our own signing keys: ES256 by jsonwebtoken, told everything it does not check by itself. */

import { createPublicKey, type KeyObject } from 'node:crypto';

import jwt from 'jsonwebtoken';
import { z } from 'zod';

import type { Client } from '../../app/ports/client-store.js';
import type { StepUpTokens, StepUpUse } from '../../app/ports/step-up.js';
import type { Jwks } from '../../app/tokens/signing-keys.js';
import { ACTIONS } from '../../domain/challenge.js';
import type { ChallengeId, CompanyId, UserId } from '../../domain/ids.js';
import { TOKEN_MAX_LIFE_SECONDS, TOKEN_TYPES } from '../../domain/token.js';

export interface StepUpTokenDeps {
  /** The keys that are published: of the next one to sign and of those whose tokens have not all expired. */
  readonly jwks: () => Jwks;
  /** The time that tokens are issued by, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** `TOKEN_ISSUER`. */
  readonly issuer: string;
}

/** Longer than any of ours, with ids of their full length. */
const MAX_TOKEN = 4_096;

/** Nothing else may stand in the header: no `crit`, no key of the token's own (RFC 8725 3.10). */
const ownHeader = z.strictObject({
  alg: z.literal('ES256'),
  typ: z.literal(TOKEN_TYPES.step_up),
  kid: z.string(),
});

const stepUpClaims = z.object({
  aud: z.string(),
  sub: z.string(),
  company_id: z.string(),
  challenge_id: z.string(),
  action: z.enum(ACTIONS),
  iat: z.int(),
  exp: z.int(),
});

export function makeStepUpTokens(deps: StepUpTokenDeps): StepUpTokens {
  return {
    read: (token, client) => {
      if (token.length > MAX_TOKEN) return undefined;
      const key = keyOf(deps, token);
      const claims = key && verify(deps, { token, key, client });
      return claims && useOf(claims, client);
    },
  };
}

function keyOf({ jwks }: StepUpTokenDeps, token: string): KeyObject | undefined {
  const header = ownHeader.safeParse(jwt.decode(token, { complete: true })?.header);
  const jwk = header.data && jwks().keys.find(({ kid }) => kid === header.data.kid);
  return jwk && createPublicKey({ key: { ...jwk }, format: 'jwk' });
}

interface Presented {
  readonly token: string;
  readonly key: KeyObject;
  readonly client: Client;
}

/** What the library says of a bad token is dropped: it repeats claims. */
function verify(
  { nowMs, issuer }: StepUpTokenDeps,
  { token, key, client }: Presented,
): z.infer<typeof stepUpClaims> | undefined {
  try {
    const payload = jwt.verify(token, key, {
      algorithms: ['ES256'],
      issuer,
      audience: client.clientId,
      clockTimestamp: Math.floor(nowMs() / 1_000),
    });
    return stepUpClaims.safeParse(payload).data;
  } catch {
    return undefined;
  }
}

function useOf(claims: z.infer<typeof stepUpClaims>, client: Client): StepUpUse | undefined {
  const { aud, sub, company_id, challenge_id, action, iat, exp } = claims;
  // The library takes a list that holds the audience too, and any life.
  if (aud !== client.clientId || exp - iat > TOKEN_MAX_LIFE_SECONDS) return undefined;
  return {
    challengeId: challenge_id as ChallengeId,
    clientId: client.clientId,
    companyId: company_id as CompanyId,
    userId: sub as UserId,
    action,
  };
}
