/** Every setting as it is in use and where it comes from, secrets as set or not set: `assay config print`. */

import type { Config } from './config.js';
import { SETTING_NAMES, type SettingName } from './env.js';
import type { LoadedConfig } from './load.js';
import { sendLimitDefaults } from './send-limits.js';
import { isSecret, type Source } from './sources.js';

/** One line of `assay config print`; a secret's value is never among what it shows. */
export interface SettingLine {
  readonly name: SettingName;
  /** Null where nothing is in use. */
  readonly value: string | null;
  readonly source: Source;
}

export function describeSettings({ config, found }: LoadedConfig): SettingLine[] {
  const defaults = defaultsOf(config);
  return SETTING_NAMES.map((name) => {
    const hit = found.get(name);
    const source = hit?.source ?? 'default';
    if (isSecret(name)) return { name, value: hit ? 'set' : 'not set', source };
    return { name, value: hit?.text ?? defaults[name] ?? null, source };
  });
}

type Defaults = Partial<Record<SettingName, string | null>>;

/** What holds for a setting that was not given, in the words in which it could have been given. */
function defaultsOf({ listen, token, code, ...config }: Config): Defaults {
  return {
    NODE_ENV: 'development',
    ASSAY_DATA_DIR: config.database === 'embedded' ? config.dataDir : null,
    PORT: String(listen.port),
    INTERNAL_PORT: String(listen.internalPort),
    HOST: listen.host,
    PUBLIC_URL: listen.publicUrl,
    TRUSTED_PROXIES: listen.trustedProxies.join(',') || null,
    WORKERS: String(listen.workers),
    LOG_LEVEL: config.logLevel,
    DOCS: listen.docs ? 'on' : 'off',
    DATABASE_POOLING: config.databasePooling,
    REDIS_PROTOCOL: String(config.redisProtocol),
    TWILIO_API_URL: config.twilio?.apiUrl ?? null,
    TOKEN_ISSUER: token.issuer,
    TOKEN_TTL_SECONDS: String(token.ttlSeconds),
    CODE_LENGTH: String(code.length),
    CODE_TTL_SECONDS: String(code.ttlSeconds),
    DEFAULT_COUNTRIES: config.defaultCountries.join(','),
    CALL_COUNTRIES: config.callCountries.join(',') || null,
    ...sendLimitDefaults(config.sendLimits),
    PRIVACY_CONTACT: config.privacyContact,
    ERASE_AFTER_OFF_DAYS: String(config.eraseAfterOffDays),
  };
}
