/** Opens the parts for commands: over those of a running service, or for one command alone. */

import { makeKeyHasher } from '../adapters/crypto/digests.js';
import type { Database } from '../adapters/postgres/database.js';
import { makeAdministrationUseCases } from '../app/make-use-cases.js';
import type { ServiceEvents } from '../app/ports/service-events.js';
import type { Operator } from '../cli/operator.js';
import type { LoadedConfig } from '../config/load.js';
import { processClock, wallClockMs } from './clock.js';
import { openDatabase } from './database.js';
import { makeDurable, type Durable } from './durable.js';
import { examine, type Examined } from './examine.js';
import { openKeyRing } from './keys.js';
import type { Parts } from './parts.js';
import { openMemory, openRedis, type PendingStore } from './pending.js';
import { refreshOnce } from './refresh.js';
import { rulesOf } from './rules.js';
import { openSender, pausable } from './sender.js';

/** The running service's own. */
export function operatorOf(parts: Parts, loaded: LoadedConfig): Operator {
  const { pending } = parts;
  return {
    ...shared({ ...parts, openPending: () => Promise.resolve(pending), loaded }),
    administration: parts.useCases,
    applied: () => refreshOnce(parts),
  };
}

export interface OpenedOperator extends Operator {
  close(): Promise<void>;
}

export interface OperatorOptions {
  readonly events: ServiceEvents;
  /** Where messages of the outbox go. */
  readonly onMessage: (message: { readonly to: string; readonly body: string }) => void;
}

/** Redis is connected only by a command that ends challenges or reopens a prefix, so the others work while it is down. */
export async function openOperator(
  loaded: LoadedConfig,
  options: OperatorOptions,
): Promise<OpenedOperator> {
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
  { events, onMessage }: OperatorOptions,
): Promise<OpenedOperator> {
  const ring = openKeyRing(loaded);
  const durable = makeDurable(database, ring);
  const sending = pausable(await openSender(loaded, onMessage), () => isPaused(durable));
  let pending: Promise<PendingStore> | undefined;
  const openPending = () => {
    const { redisUrl: url } = loaded.secrets;
    const protocol = loaded.config.redisProtocol;
    const keyHasher = makeKeyHasher(ring);
    pending ??= url === null ? openMemory() : openRedis({ url, protocol, keyHasher, events });
    return pending;
  };
  const administration = makeAdministrationUseCases({
    ...durable,
    challenges: { cancelAll: async (who) => (await openPending()).challenges.cancelAll(who) },
    portalSessions: {
      end: async (who, roles) => (await openPending()).portalSessions.end(who, roles),
    },
    budget: {
      take: async (request) => (await openPending()).budget.take(request),
      giveBack: async (request) => (await openPending()).budget.giveBack(request),
    },
    sender: sending.sender,
    clock: processClock,
    rules: rulesOf(loaded.config),
    events,
  });
  const close = async () => {
    sending.close();
    await (await pending?.catch(() => undefined))?.close();
    await processClock.drain();
    await database.close();
  };
  const opened = shared({ database, durable, sending, openPending, loaded });
  return { ...opened, administration, applied: () => Promise.resolve(), close };
}

/** A command lives for one moment: it asks anew. */
async function isPaused({ sendSwitch }: Durable): Promise<boolean> {
  await sendSwitch.refresh();
  return sendSwitch.pause !== null;
}

function shared(examined: Examined): Omit<Operator, 'administration' | 'applied'> {
  const { durable, sending, openPending } = examined;
  return {
    clients: durable.clients,
    signingKeys: durable.signingKeys,
    signingKeyStore: durable.signingKeyStore,
    sendPauses: durable.sendPauses,
    sender: sending.sender,
    // On record first: what was let go without a trace could not be explained.
    reopenPrefix: async (prefix, audit) => {
      await durable.audit.append(audit);
      return (await openPending()).conversion.reopen(prefix);
    },
    monotonicMs: () => processClock.monotonicMs(),
    wallClockMs,
    examine: () => examine(examined),
  };
}
