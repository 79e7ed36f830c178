/** The service's own rules, in the units of the use cases. */

import type { ServiceRules } from '../app/service-rules.js';
import type { Config } from '../config/config.js';
import { isLoopback } from '../config/values.js';

export function rulesOf(config: Config): ServiceRules {
  return {
    codeLength: config.code.length,
    codeTtlMs: config.code.ttlSeconds * 1_000,
    tokenTtlSeconds: config.token.ttlSeconds,
    defaultCountries: config.defaultCountries,
    callCountries: config.callCountries,
    sendLimits: config.sendLimits,
    privacyContact: config.privacyContact,
    eraseAfterOffDays: config.eraseAfterOffDays,
    publicUrl: config.listen.publicUrl,
    receiptsUrl: receiptsUrlOf(config),
  };
}

/** Twilio refuses a message whose reports would go to loopback; a stand-in on this machine takes it. */
function receiptsUrlOf({ twilio, listen: { publicUrl } }: Config): string | null {
  if (twilio === null) return null;
  const { hostname } = new URL(publicUrl);
  const isReachable = !isLoopback(hostname) || isLoopback(new URL(twilio.apiUrl).hostname);
  return isReachable ? `${publicUrl}/v1/twilio/status` : null;
}
