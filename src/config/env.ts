/** Every setting there is, on one screen. The only reader of `process.env`. */

import { z } from 'zod';

import { SEND_LIMIT_SETTINGS } from './send-limit-settings.js';
import * as v from './values.js';

/** `expects` completes "expected …" in a problem and in docs/settings.md; `secret` also takes NAME_FILE. */
export interface Setting {
  readonly schema: z.ZodType<unknown, string>;
  readonly expects: string;
  readonly secret?: true;
}

const port = { schema: v.wholeNumber(0, 65_535), expects: 'a port, 0 to 65535' };
const postgresUrl = {
  schema: v.urlOf('postgres', 'postgresql'),
  expects: 'postgres://user:password@host:port/database?sslmode=verify-full',
  secret: true,
} as const;
const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`));

export const SETTINGS = {
  NODE_ENV: {
    schema: z.enum(['production', 'development', 'test']),
    expects: 'production, development or test',
  },
  ASSAY_DATA_DIR: { schema: z.string().min(1), expects: 'a folder' },
  ALLOW_PLAINTEXT: {
    schema: v.listOf(z.enum(['database', 'redis', 'public-url'])),
    expects: 'any of database, redis, public-url, comma-separated',
  },

  PORT: port,
  INTERNAL_PORT: port,
  HOST: { schema: v.hostName, expects: 'an address or host name to listen on' },
  PUBLIC_URL: {
    schema: v.origin,
    expects: 'an address such as https://assay.example.com, without path',
  },
  TRUSTED_PROXIES: {
    schema: v.listOf(v.network),
    expects: 'addresses such as 10.0.0.7 or networks such as 10.0.0.0/8, comma-separated',
  },
  WORKERS: { schema: v.wholeNumber(1, 64), expects: 'a number of processes, 1 to 64' },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    expects: 'trace, debug, info, warn, error or silent',
  },
  DOCS: { schema: v.onOff, expects: 'on or off' },

  DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl,
  DATABASE_POOLING: {
    schema: z.enum(['session', 'transaction']),
    expects: 'session or transaction',
  },
  REDIS_URL: {
    schema: v.urlOf(
      'redis',
      'rediss',
      'redis+sentinel',
      'rediss+sentinel',
      'redis+cluster',
      'rediss+cluster',
    ),
    expects:
      'redis://, rediss://, redis+sentinel://host,host/name or redis+cluster://host,host (rediss+… with TLS)',
    secret: true,
  },
  REDIS_PROTOCOL: {
    schema: z.enum(['2', '3']).transform((text) => (text === '2' ? 2 : 3)),
    expects: '2 or 3',
  },

  ASSAY_MASTER_KEY: {
    schema: z.string().min(1),
    expects: '32 random bytes, base64; up to three, comma-separated, newest first',
    secret: true,
  },

  TWILIO_ACCOUNT_SID: { schema: sid('AC'), expects: 'an account SID (AC and 32 hex digits)' },
  TWILIO_AUTH_TOKEN: {
    schema: v.listOf(z.string().regex(/^[0-9a-fA-F]{32}$/)).pipe(v.distinct(2)),
    expects: 'an auth token (32 hex digits), or two different ones, comma-separated, newest first',
    secret: true,
  },
  TWILIO_API_KEY_SID: { schema: sid('SK'), expects: 'an API key SID (SK and 32 hex digits)' },
  TWILIO_API_KEY_SECRET: {
    schema: z.string().regex(/^[A-Za-z0-9]{32}$/),
    expects: 'an API key secret (32 letters and digits)',
    secret: true,
  },
  TWILIO_MESSAGING_SERVICE_SID: {
    schema: sid('MG'),
    expects: 'a Messaging Service SID (MG and 32 hex digits)',
  },
  TWILIO_FROM: {
    schema: z.string().regex(/^(\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/),
    expects: 'a number (+441632960000), short code or sender name (11 letters or digits)',
  },
  TWILIO_CALL_FROM: {
    schema: z.string().regex(/^\+[1-9]\d{6,14}$/),
    expects: 'a number that may call (+441632960000)',
  },
  TWILIO_API_URL: {
    schema: v.origin,
    expects: 'an https address of twilio.com, or one on loopback',
  },

  TOKEN_ISSUER: { schema: v.issuer, expects: 'an http(s) address without query and fragment' },
  TOKEN_TTL_SECONDS: { schema: v.wholeNumber(60, 120), expects: 'seconds, 60 to 120' },
  CODE_LENGTH: { schema: v.codeLength, expects: 'digits, 6 to 8' },
  CODE_TTL_SECONDS: { schema: v.wholeNumber(60, 600), expects: 'seconds, 60 to 600' },
  DEFAULT_COUNTRIES: {
    schema: v.listOf(v.countryCode),
    expects: 'ISO country codes such as GB,IE, comma-separated',
  },
  CALL_COUNTRIES: {
    schema: v.listOf(v.countryCode),
    expects: 'ISO country codes such as GB,IE, comma-separated',
  },
  PRIVACY_CONTACT: {
    schema: z.string().regex(/^\P{C}{3,200}$/u),
    expects: 'a contact for privacy questions, 3 to 200 characters',
  },
  ...SEND_LIMIT_SETTINGS,
  ERASE_AFTER_OFF_DAYS: { schema: v.wholeNumber(1, 365), expects: 'days, 1 to 365' },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** Settings after parsing; undefined where none was given. */
export type Values = {
  readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> | undefined;
};

/** Names that Assay reads besides the settings: where the settings file is. */
export const SETTINGS_FILE = 'ASSAY_SETTINGS';

/** This process's environment; the one place that touches it. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
