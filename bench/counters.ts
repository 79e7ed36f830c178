/** What a load cost the servers, counted on the servers: PostgreSQL commits and Redis commands. */

import { cli } from '../tests/support/redis.js';
import { statement } from './seed.js';
import type { Stage } from './stage.js';

export interface Counters {
  /** Transactions that wrote, by PostgreSQL's own transaction ids, per request. */
  readonly commits: number;
  /** Scripts run (EVALSHA and EVAL) per request. */
  readonly scripts: number;
}

export async function countersOf<Result>(
  { database, redis }: Pick<Stage, 'database' | 'redis'>,
  requests: number,
  load: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly counters: Counters }> {
  const commitsBefore = await transactions(database.url);
  await cli(redis.port, 'config', 'resetstat');
  const result = await load();
  const commits = (await transactions(database.url)) - commitsBefore;
  const scripts = await scriptsRun(redis.port);
  return { result, counters: { commits: commits / requests, scripts: scripts / requests } };
}

/** The next transaction id: only transactions that write take one. */
async function transactions(url: string): Promise<number> {
  const [row] = await statement(
    url,
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
  );
  return Number(row?.['next']);
}

async function scriptsRun(port: number): Promise<number> {
  const stats = await cli(port, 'info', 'commandstats');
  const calls = (name: string): number =>
    Number(new RegExp(`^cmdstat_${name}:calls=(\\d+)`, 'm').exec(stats)?.[1] ?? 0);
  return calls('evalsha') + calls('eval');
}
