/** Looks at every part and says in words what is wrong: `assay doctor`. */

import { assertMigrated } from '../adapters/postgres/migrations.js';
import type { Finding } from '../cli/operator.js';
import type { LoadedConfig } from '../config/load.js';
import { MAX_SKEW_MS } from '../domain/limits.js';
import { wallClockMs } from './clock.js';
import { examinePublicUrl, examineTwilio } from './examine-remote.js';
import type { Look } from './look.js';
import type { Parts } from './parts.js';
import type { PendingStore } from './pending.js';
import { MUST_KEEP_KEYS, refusalOf } from './preflight.js';
import { reasonOf } from './probes.js';

export interface Examined extends Pick<Parts, 'database' | 'durable' | 'sending'> {
  readonly openPending: () => Promise<PendingStore>;
  readonly loaded: LoadedConfig;
}

/** No finding repeats a secret; a part that is broken does not hide the others. */
export async function examine(examined: Examined): Promise<readonly Finding[]> {
  const { loaded } = examined;
  const looks: readonly [string, () => Promise<Look> | Look][] = [
    ['database', () => examineDatabase(examined)],
    ['database roles', () => examineRoles(loaded)],
    ['database clock', async () => examineClock((await examined.database.ping()).getTime())],
    ['redis', () => examineRedis(examined)],
    ['sends', () => examineSends(examined)],
    ['twilio', () => examineTwilio(loaded)],
    ['signing keys', () => examineKeys(examined)],
    ['public url', () => examinePublicUrl(loaded.config)],
  ];
  return Promise.all(looks.map(([part, look]) => run(part, look)));
}

async function run(part: string, look: () => Promise<Look> | Look): Promise<Finding> {
  try {
    return { part, ...(await look()) };
  } catch (error) {
    return { part, state: 'broken', detail: refusalOf(error)?.message ?? reasonOf(error) };
  }
}

async function examineDatabase({ database, loaded }: Examined): Promise<Look> {
  await assertMigrated(database);
  const kind = loaded.config.database === 'embedded' ? 'embedded' : 'PostgreSQL';
  return { state: 'ok', detail: `${kind} answers, every migration is applied` };
}

/** The service's role should not own the audit it writes (decision 32). */
function examineRoles({ config, secrets }: LoadedConfig): Look {
  if (config.database === 'embedded') return { state: 'ok', detail: 'embedded, one role' };
  if (userOf(secrets.databaseUrl) !== userOf(secrets.migrationDatabaseUrl)) {
    return { state: 'ok', detail: 'the service is not the owner of the tables' };
  }
  return {
    state: 'warning',
    detail: 'the service owns its tables: give MIGRATION_DATABASE_URL another role',
  };
}

function userOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).username : '';
}

function examineClock(partMs: number): Look {
  const skewMs = Math.abs(partMs - wallClockMs());
  const seconds = `${(skewMs / 1_000).toFixed(1)} s apart from this machine`;
  return skewMs > MAX_SKEW_MS
    ? { state: 'broken', detail: seconds }
    : { state: 'ok', detail: seconds };
}

const OLDEST_REDIS = 7;

async function examineRedis({ openPending }: Examined): Promise<Look> {
  const { probe } = await openPending();
  if (probe === null)
    return { state: 'ok', detail: 'none: pending challenges are in this process' };
  const { memoryPolicy, version, serverTimeMs } = await probe();
  const clock = examineClock(serverTimeMs);
  if (clock.state !== 'ok') return { ...clock, detail: `its clock is ${clock.detail}` };
  if (memoryPolicy === 'evicts') {
    return { state: 'broken', detail: MUST_KEEP_KEYS };
  }
  if (version !== null && Number.parseInt(version, 10) < OLDEST_REDIS) {
    return { state: 'broken', detail: `version ${version} is older than ${OLDEST_REDIS}` };
  }
  const policy = memoryPolicy === 'unknown' ? 'may not be asked for its policy' : 'keeps its keys';
  const state = memoryPolicy === 'unknown' ? 'warning' : 'ok';
  return { state, detail: `version ${version ?? 'unknown'}, ${policy}` };
}

async function examineSends({ durable }: Examined): Promise<Look> {
  const pause = await durable.sendPauses.read();
  if (pause === null) return { state: 'ok', detail: 'go out' };
  const since = pause.since.toISOString();
  return {
    state: 'warning',
    detail: `paused since ${since} (${pause.reason}): assay sends resume`,
  };
}

async function examineKeys({ durable }: Examined): Promise<Look> {
  const { keys } = await durable.signingKeyStore.load();
  if (keys.length === 0) return { state: 'ok', detail: 'none yet: the first start makes one' };
  const { current, unopened } = await durable.signingKeys.refresh();
  if (current === undefined) {
    return { state: 'broken', detail: 'none opens with ASSAY_MASTER_KEY' };
  }
  if (unopened.length > 0) {
    return { state: 'warning', detail: `${unopened.length} of ${keys.length} do not open` };
  }
  return { state: 'ok', detail: `${keys.length} published, ${current} signs` };
}
