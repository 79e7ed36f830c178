/** Asks every part how it is: once for a probe, and every few seconds for logs and metrics. */

import { StoreUnavailableError } from '../app/errors.js';
import type { ServiceEvents } from '../app/ports/service-events.js';
import type { DependencyReport } from '../http/health.js';
import { shapeOf } from '../telemetry/error-shape.js';
import { processClock, wallClockMs } from './clock.js';
import type { Parts } from './parts.js';

interface Probed {
  readonly database: Pick<Parts['database'], 'ping'>;
  readonly pending: Pick<Parts['pending'], 'probe'>;
  readonly sending: Pick<Parts['sending'], 'outbox' | 'isBroken'>;
}

/**
 * Each part is asked at once, and bounded by its own client's deadline. What this process does without,
 * keeping pending challenges and messages to itself, is not reported.
 */
export async function probeParts(parts: Probed): Promise<readonly DependencyReport[]> {
  const { probe } = parts.pending;
  const postgres = ask('postgres', async () => ({
    serverTimeMs: (await parts.database.ping()).getTime(),
    evicts: null,
  }));
  const redis =
    probe &&
    ask('redis', async () => {
      const { serverTimeMs, memoryPolicy } = await probe();
      return {
        serverTimeMs,
        evicts: memoryPolicy === 'unknown' ? null : memoryPolicy === 'evicts',
      };
    });
  const asked = await Promise.all([postgres, ...(redis ? [redis] : [])]);
  return parts.sending.outbox === null ? [...asked, twilioReport(parts.sending)] : asked;
}

/** What no part was asked, or did not answer. */
const UNTOLD = { latencyMs: null, clockSkewMs: null, evicts: null } as const;

/** Asked anew; as it was last known where the database does not answer. */
export async function sendsPausedSince({
  durable,
}: Pick<Parts, 'durable'>): Promise<string | null> {
  await durable.sendSwitch.refresh().catch(() => undefined);
  return durable.sendSwitch.pause?.since.toISOString() ?? null;
}

/** Without a call: whether sends are let through. */
function twilioReport({ isBroken }: Pick<Probed['sending'], 'isBroken'>): DependencyReport {
  if (isBroken()) return downReport('twilio', 'breaker_open');
  return { part: 'twilio', status: 'up', reason: null, ...UNTOLD };
}

/** The clock of the part is compared with the middle of the round trip. */
async function ask(
  part: 'redis' | 'postgres',
  look: () => Promise<{ readonly serverTimeMs: number; readonly evicts: boolean | null }>,
): Promise<DependencyReport> {
  const startedMs = processClock.monotonicMs();
  try {
    const { serverTimeMs, evicts } = await look();
    const latencyMs = processClock.monotonicMs() - startedMs;
    const clockSkewMs = Math.round(serverTimeMs - (wallClockMs() - latencyMs / 2));
    return { part, status: 'up', reason: null, latencyMs, clockSkewMs, evicts };
  } catch (error) {
    return downReport(part, reasonOf(error));
  }
}

function downReport(part: DependencyReport['part'], reason: string): DependencyReport {
  return { part, status: 'down', reason, ...UNTOLD };
}

export function reasonOf(error: unknown): string {
  if (error instanceof StoreUnavailableError) return error.reason;
  const { errorName, errorCode } = shapeOf(error);
  return errorCode ?? errorName;
}

/** Tells of parts that were lost or came back, how far their clocks are off, and whether Redis evicts. */
export function makePartWatch(
  parts: Probed,
  events: Pick<ServiceEvents, 'dependency' | 'partLatency' | 'clockSkew' | 'redisEvicts'>,
): () => Promise<void> {
  const known = new Map<string, string>();
  return async () => {
    for (const { part, status, latencyMs, clockSkewMs, evicts } of await probeParts(parts)) {
      if (status !== 'unknown' && known.get(part) !== status) events.dependency(part, status);
      known.set(part, status);
      if (part !== 'twilio' && latencyMs !== null) events.partLatency(part, latencyMs);
      if (part !== 'twilio' && clockSkewMs !== null) events.clockSkew(part, clockSkewMs);
      if (part === 'redis' && evicts !== null) events.redisEvicts(evicts);
    }
  };
}
