/** The reader of step-up tokens, on this service's own keys. */

import { makeStepUpTokens } from '../adapters/crypto/step-up-tokens.js';
import type { StepUpTokens } from '../app/ports/step-up.js';
import type { Config } from '../config/config.js';
import type { Durable } from './durable.js';

export function stepUpsOf({ signingKeys }: Durable, { token }: Config): StepUpTokens {
  return makeStepUpTokens({
    jwks: () => signingKeys.jwks(),
    nowMs: () => signingKeys.nowMs(),
    issuer: token.issuer,
  });
}
