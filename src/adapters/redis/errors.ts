/** Turns what ioredis throws into an error that carries no command, argument or address. */

import { StoreUnavailableError } from '../../app/errors.js';

/** Errors by which a server says "not now": the first word of its reply. */
const REFUSALS = new Set([
  'OOM',
  'READONLY',
  'LOADING',
  'MASTERDOWN',
  'CLUSTERDOWN',
  'NOREPLICAS',
  'MISCONF',
  'BUSY',
  'TRYAGAIN',
  'MOVED',
  'ASK',
  'NOAUTH',
  'WRONGPASS',
  'NOPERM',
]);

/** The same, said without such a word; the last two end a script while its slot moves or has no majority. */
const SAID = [
  { text: 'max number of clients', reason: 'MAXCLIENTS' },
  { text: 'attempted to access a non local key', reason: 'MOVED' },
  { text: 'while the cluster is down', reason: 'CLUSTERDOWN' },
] as const;

/**
 * An ioredis `ReplyError` holds the command with its arguments, a connection error the address: neither
 * is kept, not even as a cause. A script that fails by itself is a bug and stays a plain error.
 */
export function redisError(error: unknown, script: string): Error {
  if (!(error instanceof Error)) return new StoreUnavailableError('redis', 'unknown');
  if (error.name !== 'ReplyError')
    return new StoreUnavailableError('redis', connectionClass(error));
  const [reply = ''] = error.message.split(/[\s:]/, 1);
  if (REFUSALS.has(reply)) return new StoreUnavailableError('redis', reply);
  const said = SAID.find(({ text }) => error.message.includes(text));
  if (said) return new StoreUnavailableError('redis', said.reason);
  const line = /user_script:(\d+)/.exec(error.message)?.[1] ?? 'unknown';
  return new Error(`redis script ${script} failed at line ${line}`);
}

function connectionClass(error: Error): string {
  if (error.message === 'Command timed out' || error.message.startsWith('Socket timeout')) {
    return 'timeout';
  }
  if (error.message.startsWith('Too many Cluster redirections')) return 'MOVED';
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) {
    return error.code;
  }
  return 'connection';
}
