/** The service's own rules, in the units of the use cases. */

import type { ServiceRules } from '../app/service-rules.js';
import type { Config } from '../config/config.js';

export function rulesOf(config: Config): ServiceRules {
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
