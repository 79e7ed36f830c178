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
  const postgres = ask('postgres', async () => (await parts.database.ping()).getTime());
  const redis = probe && ask('redis', async () => (await probe()).serverTimeMs);
  const asked = await Promise.all([postgres, ...(redis ? [redis] : [])]);
  return parts.sending.outbox === null ? [...asked, twilioReport(parts.sending)] : asked;
}

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
  return { part: 'twilio', status: 'up', reason: null, latencyMs: null, clockSkewMs: null };
}

/** The clock of the part is compared with the middle of the round trip. */
async function ask(
  part: 'redis' | 'postgres',
  serverTimeMs: () => Promise<number>,
): Promise<DependencyReport> {
  const startedMs = processClock.monotonicMs();
  try {
    const partMs = await serverTimeMs();
    const latencyMs = processClock.monotonicMs() - startedMs;
    const clockSkewMs = Math.round(partMs - (wallClockMs() - latencyMs / 2));
    return { part, status: 'up', reason: null, latencyMs, clockSkewMs };
  } catch (error) {
    return downReport(part, reasonOf(error));
  }
}

function downReport(part: DependencyReport['part'], reason: string): DependencyReport {
  return { part, status: 'down', reason, latencyMs: null, clockSkewMs: null };
}

export function reasonOf(error: unknown): string {
  if (error instanceof StoreUnavailableError) return error.reason;
  const { errorName, errorCode } = shapeOf(error);
  return errorCode ?? errorName;
}

/** Tells of parts that were lost or came back, and how far their clocks are off. */
export function makePartWatch(
  parts: Probed,
  events: Pick<ServiceEvents, 'dependency' | 'clockSkew'>,
): () => Promise<void> {
  const known = new Map<string, string>();
  return async () => {
    for (const { part, status, clockSkewMs } of await probeParts(parts)) {
      if (status !== 'unknown' && known.get(part) !== status) events.dependency(part, status);
      known.set(part, status);
      if (part !== 'twilio' && clockSkewMs !== null) events.clockSkew(part, clockSkewMs);
    }
  };
}
