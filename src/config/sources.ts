/** Finds the text of each setting: the environment first, then NAME_FILE, then the settings file. */

import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

import { SETTINGS, SETTINGS_FILE, SETTING_NAMES, type Setting, type SettingName } from './env.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Source =
  'environment' | 'environment (file)' | 'settings file' | 'settings file (file)' | 'default';

/** A setting that cannot be used. Never holds a value. */
export interface Problem {
  readonly setting: string;
  readonly detail: string;
}

export interface Found {
  readonly text: string;
  readonly source: Source;
}

export interface FoundSettings {
  readonly found: ReadonlyMap<SettingName, Found>;
  readonly problems: readonly Problem[];
}

/** Looks every setting up; a name in the environment wins over the same name in the settings file. */
export function findSettings(environment: Environment, settingsFile?: string): FoundSettings {
  const problems: Problem[] = [];
  const path = settingsFile ?? environment[SETTINGS_FILE];
  const file = path === undefined ? {} : readSettingsFile(path, problems);
  problems.push(...unknownNames(Object.keys(environment).filter(isOurs)));
  problems.push(...unknownNames(Object.keys(file)));
  const found = new Map<SettingName, Found>();
  for (const name of SETTING_NAMES) {
    const hit =
      lookUp(name, { values: environment, source: 'environment' }, problems) ??
      lookUp(name, { values: file, source: 'settings file' }, problems);
    if (hit) found.set(name, hit);
  }
  return { found, problems };
}

function readSettingsFile(path: string, problems: Problem[]): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    problems.push({ setting: SETTINGS_FILE, detail: `the file cannot be read (${codeOf(error)})` });
    return {};
  }
}

/** A prefix of our own makes a mistyped name recognisable in an environment shared with other programs. */
function isOurs(name: string): boolean {
  return name.startsWith('ASSAY_');
}

function unknownNames(names: readonly string[]): Problem[] {
  return names
    .filter((name) => !isKnown(name))
    .map((setting) => ({ setting, detail: 'no such setting' }));
}

function isKnown(name: string): boolean {
  if (name === SETTINGS_FILE || Object.hasOwn(SETTINGS, name)) return true;
  return SETTING_NAMES.some((known) => isSecret(known) && `${known}_FILE` === name);
}

export function isSecret(name: SettingName): boolean {
  const setting: Setting = SETTINGS[name];
  return setting.secret === true;
}

interface Place {
  readonly values: Environment;
  readonly source: 'environment' | 'settings file';
}

function lookUp(
  name: SettingName,
  { values, source }: Place,
  problems: Problem[],
): Found | undefined {
  const text = values[name];
  const path = isSecret(name) ? values[`${name}_FILE`] : undefined;
  if (text !== undefined && path !== undefined) {
    problems.push({ setting: name, detail: `given twice, as ${name} and as ${name}_FILE` });
  }
  const given = text ?? (path === undefined ? undefined : readSecret(name, path, problems));
  if (given === undefined) return undefined;
  // An empty value is a mistake in a deployment, never a wish for the default.
  if (given.trim() === '') problems.push({ setting: name, detail: 'is set but empty' });
  return { text: given.trim(), source: text === undefined ? `${source} (file)` : source };
}

function readSecret(name: string, path: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const detail = `the file cannot be read (${codeOf(error)})`;
    problems.push({ setting: `${name}_FILE`, detail });
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
