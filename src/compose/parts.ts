/** The composition root: opens every part for one configuration and puts the use cases on top. */

import { makeKeyHasher } from '../adapters/crypto/digests.js';
import type { OutboxMessage } from '../adapters/outbox/sms-sender.js';
import type { Database } from '../adapters/postgres/database.js';
import { makeReportUseCases } from '../app/make-report-use-cases.js';
import {
  makeAdministrationUseCases,
  makePhoneUseCases,
  makeSignInUseCases,
} from '../app/make-use-cases.js';
import type { RecordDelivery } from '../app/delivery/record-delivery.js';
import type { OwnPhoneUseCases } from '../app/phone/phone-use-cases.js';
import type { StepUpTokens } from '../app/ports/step-up.js';
import { makePageUseCases } from '../app/pages/make-page-use-cases.js';
import { makePortal, makePortalUseCases } from '../app/portal/make-portal.js';
import type { Portal } from '../app/portal/portal.js';
import type { PageUseCases } from '../app/pages/page-use-cases.js';
import type { ServiceEvents } from '../app/ports/service-events.js';
import type { ReportUseCases } from '../app/report-use-cases.js';
import { makeTokenSigner } from '../app/tokens/token-signer.js';
import type { UseCases } from '../app/use-cases.js';
import type { LoadedConfig } from '../config/load.js';
import { observeSignIn } from '../telemetry/observe-sign-in.js';
import { processClock as clock } from './clock.js';
import { openDatabase } from './database.js';
import { deliveryOf } from './delivery.js';
import { makeDurable, type Durable } from './durable.js';
import { openKeyRing } from './keys.js';
import { openMemory, openRedis, type PendingStore } from './pending.js';
import { rulesOf } from './rules.js';
import { openSender, pausable, type Sending } from './sender.js';
import { stepUpsOf } from './step-ups.js';

export interface Parts {
  readonly database: Database;
  readonly durable: Durable;
  readonly pending: PendingStore;
  readonly sending: Sending;
  readonly useCases: UseCases & PageUseCases & OwnPhoneUseCases & ReportUseCases;
  readonly recordDelivery: RecordDelivery;
  readonly stepUps: StepUpTokens;
  /** For the pages alone. */
  readonly portal: Portal;
  close(): Promise<void>;
}

export interface PartsOptions {
  readonly events: ServiceEvents;
  readonly onMessage: (message: OutboxMessage) => void;
}

/** Rejects when Redis cannot be reached or the data folder is in use; whatever was opened is closed again. */
export async function openParts(loaded: LoadedConfig, options: PartsOptions): Promise<Parts> {
  const database = await openDatabase(loaded);
  try {
    return await openOn(database, loaded, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openOn(
  database: Database,
  loaded: LoadedConfig,
  { events, onMessage }: PartsOptions,
): Promise<Parts> {
  const { config, secrets } = loaded;
  const ring = openKeyRing(loaded);
  const durable = makeDurable(database, ring);
  const { sendSwitch } = durable;
  const opener = await openSender(loaded, onMessage);
  const sending = pausable(opener, () => sendSwitch.pause !== null);
  const redis = { keyHasher: makeKeyHasher(ring), protocol: config.redisProtocol, events };
  const url = secrets.redisUrl;
  const pending = url === null ? await openMemory() : await openRedis({ url, ...redis });
  const deps = {
    ...durable,
    ...pending,
    ...sending,
    tokens: makeTokenSigner(durable.signingKeys, config.token.issuer),
    rules: rulesOf(config),
    events,
    clock,
  };
  const close = async () => {
    sending.close();
    await pending.close();
    await database.close();
  };
  const opened = { database, durable, pending, sending };
  return {
    ...opened,
    useCases: useCasesOf(deps),
    recordDelivery: deliveryOf(deps),
    stepUps: stepUpsOf(durable, config),
    portal: makePortal(deps),
    close,
  };
}

type Deps = Parameters<typeof makeSignInUseCases>[0] &
  Parameters<typeof makePhoneUseCases>[0] &
  Parameters<typeof makePageUseCases>[0] &
  Parameters<typeof makePortalUseCases>[0] &
  Parameters<typeof makeAdministrationUseCases>[0] &
  Parameters<typeof makeReportUseCases>[0] &
  Pick<PartsOptions, 'events'>;

function useCasesOf(deps: Deps) {
  return {
    ...observeSignIn(makeSignInUseCases(deps), { events: deps.events, clock }),
    ...makePhoneUseCases(deps),
    ...makePageUseCases(deps),
    ...makePortalUseCases(deps),
    ...makeAdministrationUseCases(deps),
    ...makeReportUseCases(deps),
  };
}
