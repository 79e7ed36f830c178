/** What commands act on: the same parts as the service, opened for the operator. */

import { randomUUID } from 'node:crypto';

import type { Call } from '../app/call.js';
import { SCOPES, type ClientStore } from '../app/ports/client-store.js';
import type { SendPauseStore } from '../app/ports/send-pause-store.js';
import type { SigningKeyStore } from '../app/ports/signing-key-store.js';
import type { SmsSender } from '../app/ports/sms-sender.js';
import type { SigningKeys } from '../app/tokens/signing-keys.js';
import { OPERATOR, type AdministrationUseCases } from '../app/use-cases.js';
import type { AuditEvent, AuditKind } from '../domain/audit-event.js';
import type { ClientId } from '../domain/ids.js';
import { REQUEST_DEADLINE_MS } from '../domain/limits.js';

/** Nothing is connected before it is used, so a command works while a part it does not need is down. */
export interface Operator {
  readonly administration: AdministrationUseCases;
  readonly clients: ClientStore;
  readonly signingKeys: SigningKeys;
  readonly signingKeyStore: SigningKeyStore;
  readonly sendPauses: SendPauseStore;
  readonly sender: SmsSender;
  /** Lets messages go to a prefix again from which too few codes came back; whether it was counted. */
  reopenPrefix(prefix: string, audit: AuditEvent): Promise<boolean>;
  readonly monotonicMs: () => number;
  /** Milliseconds since 1970, of the machine the command acts on. */
  readonly wallClockMs: () => number;
  /** Reaches every part and says in words what is wrong. */
  examine(): Promise<readonly Finding[]>;
  /** After a command: the service that ran it knows at once what others learn within two seconds. */
  applied(): Promise<void>;
}

/** One thing that `assay doctor` looked at. */
export interface Finding {
  readonly part: string;
  readonly state: 'ok' | 'warning' | 'broken';
  /** In words, without values of secrets. */
  readonly detail: string;
}

/** The call of a command: all companies, the operator as actor, one random id for the audit. */
export function operatorCall(operator: Operator): Call {
  return {
    client: {
      clientId: 'assay-cli' as ClientId,
      name: 'assay',
      scopes: SCOPES,
      companies: null,
      returnUrls: [],
      codeHost: null,
      createdAt: new Date(0),
      revokedAt: null,
      credentials: [],
    },
    actor: OPERATOR,
    correlationId: randomUUID(),
    deadlineMs: operator.monotonicMs() + COMMAND_DEADLINE_FACTOR * REQUEST_DEADLINE_MS,
    idempotencyKey: null,
  };
}

/** A person waits at a terminal, nobody's sign-in does. */
const COMMAND_DEADLINE_FACTOR = 10;

/** An audit event of a command that changes something outside of any company. */
export function operatorAudit(
  kind: AuditKind,
  clientId: ClientId | null,
  facts: AuditEvent['facts'],
): AuditEvent {
  const correlationId = randomUUID();
  return { kind, companyId: null, userId: null, clientId, actor: OPERATOR, correlationId, facts };
}
