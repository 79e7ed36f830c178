/** What the sign-in use cases stand on. */

import type { CodeLength } from '../../domain/code.js';
import type { AttemptLedger } from '../ports/attempt-ledger.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { CodeBook } from '../ports/code-book.js';
import type { PageStore } from '../ports/page-store.js';
import type { PortalSessionStore } from '../ports/portal-session-store.js';
import type { RequestDigests } from '../ports/request-digests.js';
import type { ReturnCodes } from '../ports/return-codes.js';
import type { SignInReader } from '../ports/sign-in-reader.js';
import type { TokenSigner } from '../ports/token-signer.js';
import type { Vault } from '../ports/vault.js';
import type { SendCodeDeps } from '../sending/reserved-send.js';

/** The service's own rules, from the settings. */
export interface SignInRules {
  readonly codeLength: CodeLength;
  readonly codeTtlMs: number;
  readonly tokenTtlSeconds: number;
  /** ISO 3166-1 alpha-2: the ceiling, and what holds where a policy names none. */
  readonly defaultCountries: readonly string[];
  readonly privacyContact: string;
  /** How long numbers stay after two-factor was switched off. Days. */
  readonly eraseAfterOffDays: number;
  /** Where people and their browsers reach this service; without a final slash. */
  readonly publicUrl: string;
}

export interface SignInDeps extends SendCodeDeps {
  readonly pages: PageStore;
  /** Of people whose phone was replaced. */
  readonly portalSessions: Pick<PortalSessionStore, 'end'>;
  readonly returnCodes: ReturnCodes;
  readonly people: SignInReader;
  readonly codes: CodeBook;
  readonly digests: RequestDigests;
  readonly vault: Vault;
  readonly audit: AuditLog;
  readonly ledger: AttemptLedger;
  readonly tokens: TokenSigner;
  readonly rules: SignInRules;
}
