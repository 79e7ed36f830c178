/** What the settings come to: Config may be logged, Secrets may not. */

import { join, resolve } from 'node:path';

import type { SendLimits } from '../domain/send-limits.js';
import type { Values } from './env.js';
import { toSendLimits } from './send-limits.js';

export interface Config {
  readonly isProduction: boolean;
  /** Absolute. Holds keys, the database and the control socket of an embedded service. */
  readonly dataDir: string;
  readonly database: 'embedded' | 'postgres';
  /** How long a connection to PostgreSQL is ours: as PgBouncer's `pool_mode`. */
  readonly databasePooling: 'session' | 'transaction';
  readonly pendingStore: 'embedded' | 'redis';
  readonly smsSender: 'outbox' | 'twilio';
  readonly listen: ListenConfig;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly redisProtocol: 2 | 3;
  readonly twilio: TwilioConfig | null;
  readonly token: { readonly issuer: string; readonly ttlSeconds: number };
  readonly code: { readonly length: 6 | 7 | 8; readonly ttlSeconds: number };
  /** The ceiling for every policy, and what holds where a policy names none. ISO 3166-1 alpha-2. */
  readonly defaultCountries: readonly string[];
  /** Those that may be called too; none where no calls are made. */
  readonly callCountries: readonly string[];
  readonly sendLimits: SendLimits;
  readonly privacyContact: string;
  /** How long numbers stay after a company switched two-factor off. */
  readonly eraseAfterOffDays: number;
}

export interface ListenConfig {
  readonly host: string;
  readonly port: number;
  readonly internalPort: number;
  /** Without a final slash. */
  readonly publicUrl: string;
  /** Whose `X-Forwarded-For` tells where a browser is; addresses and networks. */
  readonly trustedProxies: readonly string[];
  readonly workers: number;
  readonly docs: boolean;
}

export interface TwilioConfig {
  readonly accountSid: string;
  readonly apiKeySid: string | null;
  readonly from: { readonly messagingServiceSid: string } | { readonly from: string };
  /** E.164; null: no calls are made. */
  readonly callFrom: string | null;
  readonly apiUrl: string;
}

/**
 * What must never be shown. Serialises to `{}` and inspects as its name, so that logging it by mistake
 * tells nothing.
 */
export class Secrets {
  readonly #values: SecretValues;

  constructor(values: SecretValues) {
    this.#values = values;
  }

  get databaseUrl(): string | null {
    return this.#values.databaseUrl;
  }
  /** The owner's; the service's own where none was given. */
  get migrationDatabaseUrl(): string | null {
    return this.#values.migrationDatabaseUrl ?? this.#values.databaseUrl;
  }
  get redisUrl(): string | null {
    return this.#values.redisUrl;
  }
  /** One to three keys as in the setting, newest first. Null: an embedded service makes its own. */
  get masterKey(): string | null {
    return this.#values.masterKey;
  }
  /** The one that sends, where no API key does. */
  get twilioAuthToken(): string | null {
    return this.#values.twilioAuthTokens[0] ?? null;
  }
  /** All that may have signed a report, newest first: two while the account's token is exchanged. */
  get twilioAuthTokens(): readonly string[] {
    return this.#values.twilioAuthTokens;
  }
  get twilioApiKeySecret(): string | null {
    return this.#values.twilioApiKeySecret;
  }
}

export interface SecretValues {
  readonly databaseUrl: string | null;
  readonly migrationDatabaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly masterKey: string | null;
  readonly twilioAuthTokens: readonly string[];
  readonly twilioApiKeySecret: string | null;
}

/** Where countries are not chosen: enough to try the service out, nothing is sent from an outbox. */
const TRIAL_COUNTRIES = 'AT AU BE CA CH DE DK ES FI FR GB IE IT LU NL NO NZ PL PT SE US'.split(' ');

/** Fills in the defaults. The rules have been checked before. */
export function toConfig(values: Values, rootDir: string): Config {
  const isProduction = values.NODE_ENV === 'production';
  const listen = toListen(values, isProduction);
  return {
    isProduction,
    dataDir: resolve(values.ASSAY_DATA_DIR ?? join(rootDir, '.assay')),
    ...toKinds(values),
    databasePooling: values.DATABASE_POOLING ?? 'session',
    listen,
    // In a terminal the SMS and the answers matter; a deployment keeps every line.
    logLevel: values.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    redisProtocol: values.REDIS_PROTOCOL ?? 3,
    twilio: toTwilio(values),
    sendLimits: toSendLimits(values),
    ...toRules(values, listen),
  };
}

function toKinds(values: Values): Pick<Config, 'database' | 'pendingStore' | 'smsSender'> {
  return {
    database: values.DATABASE_URL === undefined ? 'embedded' : 'postgres',
    pendingStore: values.REDIS_URL === undefined ? 'embedded' : 'redis',
    smsSender: values.TWILIO_ACCOUNT_SID === undefined ? 'outbox' : 'twilio',
  };
}

function toRules(
  values: Values,
  { publicUrl }: ListenConfig,
): Pick<
  Config,
  'token' | 'code' | 'defaultCountries' | 'callCountries' | 'privacyContact' | 'eraseAfterOffDays'
> {
  const defaultCountries = values.DEFAULT_COUNTRIES ?? TRIAL_COUNTRIES;
  return {
    token: {
      issuer: values.TOKEN_ISSUER ?? publicUrl,
      ttlSeconds: values.TOKEN_TTL_SECONDS ?? 120,
    },
    code: { length: values.CODE_LENGTH ?? 6, ttlSeconds: values.CODE_TTL_SECONDS ?? 300 },
    defaultCountries,
    callCountries: toCallCountries(values, defaultCountries),
    privacyContact: values.PRIVACY_CONTACT ?? 'the operator of this service',
    eraseAfterOffDays: values.ERASE_AFTER_OFF_DAYS ?? 30,
  };
}

/** A call costs more than a text: one country until more are named. An outbox calls nobody, so anywhere. */
function toCallCountries(values: Values, textCountries: readonly string[]): readonly string[] {
  if (values.TWILIO_ACCOUNT_SID === undefined) return values.CALL_COUNTRIES ?? textCountries;
  if (values.TWILIO_CALL_FROM === undefined) return [];
  return values.CALL_COUNTRIES ?? textCountries.slice(0, 1);
}

function toListen(values: Values, isProduction: boolean): ListenConfig {
  const port = values.PORT ?? 8080;
  return {
    host: values.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port,
    internalPort: values.INTERNAL_PORT ?? 8081,
    publicUrl: values.PUBLIC_URL ?? `http://127.0.0.1:${port}`,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    workers: values.WORKERS ?? 1,
    docs: values.DOCS ?? !isProduction,
  };
}

function toTwilio(values: Values): TwilioConfig | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } =
    values;
  if (accountSid === undefined) return null;
  return {
    accountSid,
    apiKeySid: values.TWILIO_API_KEY_SID ?? null,
    from:
      messagingServiceSid === undefined
        ? { from: values.TWILIO_FROM ?? '' }
        : { messagingServiceSid },
    callFrom: values.TWILIO_CALL_FROM ?? null,
    apiUrl: values.TWILIO_API_URL ?? 'https://api.twilio.com',
  };
}

export function toSecrets(values: Values): Secrets {
  return new Secrets({
    databaseUrl: values.DATABASE_URL ?? null,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    masterKey: values.ASSAY_MASTER_KEY ?? null,
    twilioAuthTokens: values.TWILIO_AUTH_TOKEN ?? [],
    twilioApiKeySecret: values.TWILIO_API_KEY_SECRET ?? null,
  });
}
