/** The service's own rules, in the units of the use cases. */

import type { SignInRules } from '../app/sign-in/sign-in-deps.js';
import type { Config } from '../config/config.js';

export function rulesOf(config: Config): SignInRules {
  return {
    codeLength: config.code.length,
    codeTtlMs: config.code.ttlSeconds * 1_000,
    tokenTtlSeconds: config.token.ttlSeconds,
    defaultCountries: config.defaultCountries,
    privacyContact: config.privacyContact,
    eraseAfterOffDays: config.eraseAfterOffDays,
    publicUrl: config.listen.publicUrl,
  };
}
