/** What the administration use cases stand on. */

import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { ChallengeStore } from '../ports/challenge-store.js';
import type { CompanyStore } from '../ports/company-store.js';
import type { EmployeeStore } from '../ports/employee-store.js';
import type { Events } from '../ports/events.js';
import type { PortalSessionStore } from '../ports/portal-session-store.js';
import type { MessageStore } from '../ports/message-store.js';
import type { PolicyPreviewReader } from '../ports/policy-preview-reader.js';
import type { RequestDigests } from '../ports/request-digests.js';
import type { RosterStore } from '../ports/roster-store.js';
import type { SendBudget } from '../ports/send-budget.js';
import type { SmsSender } from '../ports/sms-sender.js';
import type { Vault } from '../ports/vault.js';
import type { ServiceRules } from '../service-rules.js';

export interface AdministrationDeps {
  readonly companies: CompanyStore;
  readonly employees: EmployeeStore;
  readonly rosters: RosterStore;
  readonly previews: PolicyPreviewReader;
  readonly audit: AuditLog;
  readonly challenges: Pick<ChallengeStore, 'cancelAll'>;
  readonly portalSessions: Pick<PortalSessionStore, 'end'>;
  readonly messages: MessageStore;
  readonly sender: SmsSender;
  readonly vault: Vault;
  readonly digests: RequestDigests;
  readonly budget: SendBudget;
  readonly clock: Pick<Clock, 'after'>;
  readonly events: Events;
  readonly rules: Pick<
    ServiceRules,
    | 'defaultCountries'
    | 'callCountries'
    | 'privacyContact'
    | 'eraseAfterOffDays'
    | 'receiptsUrl'
    | 'sendLimits'
  >;
}
