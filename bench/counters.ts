/** What a load cost the servers, counted on the servers: PostgreSQL commits and Redis commands. */

import { cli } from '../tests/support/redis.js';
import { statement } from './seed.js';
import type { Stage } from './stage.js';

export interface Counters {
  /** Transactions that wrote, by PostgreSQL's own transaction ids, per request. */
  readonly commits: number;
  /** Scripts run (EVALSHA and EVAL) per request. */
  readonly scripts: number;
  /** All commands of clients per request; those inside scripts are not among them. */
  readonly commands: number;
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
  const { scripts, commands } = await commandsOf(redis.port);
  const per = (count: number): number => count / requests;
  return {
    result,
    counters: { commits: per(commits), scripts: per(scripts), commands: per(commands) },
  };
}

/** The next transaction id: only transactions that write take one. */
async function transactions(url: string): Promise<number> {
  const [row] = await statement(
    url,
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
  );
  return Number(row?.['next']);
}

async function commandsOf(port: number): Promise<{ scripts: number; commands: number }> {
  const stats = await cli(port, 'info', 'commandstats');
  const calls = (name: string): number =>
    Number(new RegExp(`^cmdstat_${name}:calls=(\\d+)`, 'm').exec(stats)?.[1] ?? 0);
  const scripts = calls('evalsha') + calls('eval');
  return { scripts, commands: scripts + calls('ping') + calls('hello') + calls('info') };
}
