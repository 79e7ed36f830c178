/** The service's own rules, from the settings: what no company and no caller decides. */

import type { CodeLength } from '../domain/code.js';
import type { SendLimits } from '../domain/send-limits.js';

export interface ServiceRules {
  readonly codeLength: CodeLength;
  readonly codeTtlMs: number;
  readonly tokenTtlSeconds: number;
  /** ISO 3166-1 alpha-2: the ceiling, and what holds where a policy names none. */
  readonly defaultCountries: readonly string[];
  /** The countries among them that may be called; none where the operator makes no calls. */
  readonly callCountries: readonly string[];
  readonly sendLimits: SendLimits;
  readonly privacyContact: string;
  /** How long numbers stay after two-factor was switched off. Days. */
  readonly eraseAfterOffDays: number;
  /** Where people and their browsers reach this service; without a final slash. */
  readonly publicUrl: string;
  /** Where the provider reports deliveries to, without the token; null where it cannot reach this service. */
  readonly receiptsUrl: string | null;
}
