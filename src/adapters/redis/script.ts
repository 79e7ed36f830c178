/** Loads a Lua script and runs it: EVALSHA, and EVAL once where the server does not have it. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { Cluster, Redis } from 'ioredis';

import { redisError } from './errors.js';

/** One server, a Sentinel group or a Cluster: scripts run on each alike. */
export type RedisClient = Redis | Cluster;

/** Answers the untyped reply; rejects as `redisError` says. */
export type Script = (
  redis: RedisClient,
  keys: readonly string[],
  args: readonly (string | number)[],
) => Promise<unknown>;

/**
 * Loads scripts/<name>.lua, with the parts it includes. Reading is synchronous on purpose: a missing script fails the start.
 * NOSCRIPT means that nothing ran, so the second call is no repetition.
 */
export function loadScript(name: string): Script {
  const source = readLua(name);
  const sha = createHash('sha1').update(source).digest('hex');

  return async (redis, keys, args) => {
    try {
      return await redis.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!isUnknownScript(error)) throw redisError(error, name);
    }
    try {
      return await redis.eval(source, keys.length, ...keys, ...args);
    } catch (error) {
      throw redisError(error, name);
    }
  };
}

/** A line `-- include <part>` stands for the whole of parts/<part>.lua. */
function readLua(name: string): string {
  const text = readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), 'utf8');
  return text.replace(/^-- include (\S+)$/gm, (_line, part: string) => readLua(`parts/${part}`));
}

function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}
