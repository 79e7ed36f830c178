/** Reads the whole configuration once and reports every problem together. */

import { join } from 'node:path';

import { toConfig, toSecrets, type Config, type Secrets } from './config.js';
import {
  processEnvironment,
  SETTINGS,
  SETTING_NAMES,
  type SettingName,
  type Values,
} from './env.js';
import { checkProduction } from './production.js';
import { checkRules } from './rules.js';
import { findSettings, type Environment, type Found, type Problem } from './sources.js';

export interface LoadedConfig {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly found: ReadonlyMap<SettingName, Found>;
}

/** The start is refused; the message names settings and never shows a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ setting, detail }) => `${setting}: ${detail}`).join('\n'));
  }
}

export interface LoadOptions {
  readonly environment?: Environment;
  /** Path of a settings file (NAME=value lines), as `assay init` writes. */
  readonly settingsFile?: string | undefined;
  /** This process's wall clock, checked for sanity only. Unix milliseconds. */
  readonly nowMs: number;
}

/** The checkout or installed package: three folders up from `dist/config/load.js` and `src/config/load.ts`. */
export const PACKAGE_ROOT = join(import.meta.dirname, '..', '..');

/** Throws `ConfigError` with all problems at once. */
export function loadConfig(options: LoadOptions): LoadedConfig {
  const { found, problems } = findSettings(
    options.environment ?? processEnvironment(),
    options.settingsFile,
  );
  const parsed = parseValues(found);
  const all = [...problems, ...parsed.problems, ...checkRules(parsed.values)];
  if (parsed.values.NODE_ENV === 'production') {
    const invalid = new Set(all.map(({ setting }) => setting.replace(/_FILE$/, '')));
    all.push(...checkProduction(parsed.values, invalid, options.nowMs));
  }
  if (all.length > 0) throw new ConfigError(dropRepeats(all));
  const { values } = parsed;
  return { config: toConfig(values, PACKAGE_ROOT), secrets: toSecrets(values), found };
}

function parseValues(found: ReadonlyMap<SettingName, Found>) {
  const values: Partial<Record<SettingName, unknown>> = {};
  const problems: Problem[] = [];
  for (const name of SETTING_NAMES) {
    const text = found.get(name)?.text;
    if (text === undefined || text === '') continue;
    const result = SETTINGS[name].schema.safeParse(text);
    if (result.success) values[name] = result.data;
    // The schema's own message could repeat the input.
    else problems.push({ setting: name, detail: `expected ${SETTINGS[name].expects}` });
  }
  return { values: values as Values, problems };
}

/** One setting, one problem: the first says what to do. */
function dropRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ setting }) => !seen.has(setting) && seen.add(setting));
}
