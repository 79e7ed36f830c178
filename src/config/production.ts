/** What NODE_ENV=production adds: nothing missing, nothing embedded, nothing in clear (R008, R078, R121). */

import type { SettingName, Values } from './env.js';
import type { Problem } from './sources.js';
import { isLoopback, parseUrl } from './values.js';

/** No default can be right for these. */
const NEEDED: readonly SettingName[] = [
  'PUBLIC_URL',
  'DATABASE_URL',
  'REDIS_URL',
  'ASSAY_MASTER_KEY',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'DEFAULT_COUNTRIES',
  'PRIVACY_CONTACT',
];

/** Nothing was released before this; a clock that says otherwise was never set. */
const RELEASED_MS = Date.UTC(2026, 10, 1);

/** `invalid` are settings that have a problem already: given, though not readable. */
export function checkProduction(
  values: Values,
  invalid: ReadonlySet<string>,
  nowMs: number,
): Problem[] {
  const missing = NEEDED.filter((name) => values[name] === undefined && !invalid.has(name));
  return [
    ...missing.map((setting) => ({ setting, detail: 'is needed in production' })),
    ...checkTransport(values),
    ...(nowMs < RELEASED_MS ? [{ setting: 'system clock', detail: 'is not set' }] : []),
  ];
}

function* checkTransport(values: Values): Generator<Problem> {
  const allowed = new Set<string>(values.ALLOW_PLAINTEXT);
  const inWords = (word: string) => `or say ALLOW_PLAINTEXT=${word}`;
  for (const setting of ['PUBLIC_URL', 'TOKEN_ISSUER'] as const) {
    if (!allowed.has('public-url') && isPlainHttp(values[setting])) {
      yield { setting, detail: `is not https: ${inWords('public-url')}` };
    }
  }
  for (const setting of ['DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const) {
    if (!allowed.has('database') && isPlainPostgres(values[setting])) {
      yield { setting, detail: `needs sslmode=verify-full: ${inWords('database')}` };
    }
  }
  if (!allowed.has('redis') && isPlainRedis(values.REDIS_URL)) {
    yield { setting: 'REDIS_URL', detail: `needs rediss:// (TLS): ${inWords('redis')}` };
  }
}

function isPlainHttp(text: string | undefined): boolean {
  const url = text === undefined ? undefined : parseUrl(text);
  return url?.protocol === 'http:' && !isLoopback(url.hostname);
}

/**
 * Only `verify-full` checks certificate and name under every version and option of the driver. A
 * `host` in the query overrides the one in the address, as the driver reads it.
 */
function isPlainPostgres(text: string | undefined): boolean {
  if (text === undefined) return false;
  const url = parseUrl(text);
  if (!url) return true;
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  if (host === '' || host.startsWith('/') || isLoopback(host)) return false;
  const modes = url.searchParams.getAll('sslmode');
  return modes.length !== 1 || modes[0] !== 'verify-full' || url.searchParams.has('ssl');
}

function isPlainRedis(text: string | undefined): boolean {
  if (text === undefined || text.startsWith('rediss')) return false;
  const authority = text.replace(/^[a-z+]+:\/\//, '').split(/[/?]/)[0] ?? '';
  const hosts = authority.slice(authority.lastIndexOf('@') + 1).split(',');
  return !hosts.every((host) => isLoopback(host.replace(/:\d+$/, '')));
}
