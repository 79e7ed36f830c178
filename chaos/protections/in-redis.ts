/** The protections that live in the scripts for Redis and around them. */

import type { Protection } from './protection.js';

const SCRIPTS = 'dist/adapters/redis/scripts';
const ATTEMPT = `${SCRIPTS}/attempt-code.lua`;

const CHARGE = `local tries = redis.call('HINCRBY', KEYS[1], 't', 1)
failures = redis.call('HINCRBY', counter, 'f', 1)
redis.call('PEXPIRE', counter, ARGV[10])
`;
const GIVE_BACK = `  redis.call('HINCRBY', KEYS[1], 't', -1)
  redis.call('HINCRBY', counter, 'f', -1)
`;
const REST = `
local left = tonumber(ARGV[11]) - tries`;

/** With its header Redis refuses the script before its first line, whatever the order: see docs/chaos.md. */
export const CHARGE_FIRST: Protection = {
  name: 'charge-first',
  removed:
    'the script compares, answers a match, and charges only a mismatch; its header is gone too',
  replacements: [
    { file: ATTEMPT, find: '#!lua flags=allow-oom\n', replace: '' },
    { file: ATTEMPT, find: CHARGE, replace: '' },
    { file: ATTEMPT, find: GIVE_BACK, replace: '' },
    { file: ATTEMPT, find: REST, replace: `\n${CHARGE}${REST.trimStart()}` },
  ],
  sql: [],
  focus: { onlyFaults: ['redis_oom', 'redis_read_only'], onlyEpisodes: ['sign_in', 'guess'] },
};

export const LUA_HEADER: Protection = {
  name: 'lua-header',
  removed: 'the line `#!lua` with its flags, of every script',
  replacements: [
    {
      file: 'dist/adapters/redis/script.js',
      find: 'const source = readLua(name);',
      replace: String.raw`const source = readLua(name).replace(/^#!lua[^\n]*\n/, '');`,
    },
  ],
  sql: [],
  focus: { onlyFaults: ['redis_oom'], onlyEpisodes: ['sign_in', 'guess'] },
};

const CLAIM = `integer(await claimScript(this.redis, [this.keys.claim(name)], args)) === 1;`;

export const TTL_AT_FIRST_WRITE: Protection = {
  name: 'ttl-at-first-write',
  removed: 'the claim of an Idempotency-Key is written first and expires by a second command',
  replacements: [
    {
      file: `${SCRIPTS}/claim-key.lua`,
      find: `redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`,
      replace: `redis.call('SET', KEYS[1], ARGV[1])`,
    },
    {
      file: 'dist/adapters/redis/start-keys.js',
      find: `return ${CLAIM}`,
      replace: `const isMine = ${CLAIM}
        await this.redis.pexpire(this.keys.claim(name), IDEMPOTENCY_START_MS);
        return isMine;`,
    },
  ],
  sql: [],
  focus: {
    onlyFaults: ['kill', 'redis_cut', 'redis_lose_reply', 'redis_refuse'],
    onlyEpisodes: ['repeat', 'sign_in', 'abandon'],
  },
};
