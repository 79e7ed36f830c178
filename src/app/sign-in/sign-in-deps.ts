/** What the sign-in use cases stand on. */

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
import type { ServiceRules } from '../service-rules.js';

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
  readonly rules: ServiceRules;
}
