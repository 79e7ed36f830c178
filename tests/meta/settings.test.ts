/** The settings that are documented, deployed and read are the same. */

import { parse } from 'yaml';
import { z } from 'zod';

import { SETTINGS, SETTING_NAMES, type Setting } from '../../src/config/env.js';
import { firstColumnNames, readProjectFile } from '../support/project.js';

const isSettingName = (name: string) => /^[A-Z][A-Z0-9_]+$/.test(name);

/** Secrets are also read from the file that NAME_FILE names. */
function readNames(): readonly string[] {
  return SETTING_NAMES.flatMap((name) => {
    const setting: Setting = SETTINGS[name];
    return setting.secret ? [name, `${name}_FILE`] : [name];
  });
}

describe('settings', () => {
  it('are documented in docs/settings.md, every one and no other', () => {
    const documented = firstColumnNames(readProjectFile('docs/settings.md')).filter(isSettingName);
    expect([...documented].sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('that README.md names exist', () => {
    const named = firstColumnNames(readProjectFile('README.md')).filter(isSettingName);
    expect(named.filter((name) => !readNames().includes(name))).toEqual([]);
  });

  it('that compose.yaml gives to the service exist', () => {
    const compose = z
      .object({
        services: z.object({ assay: z.object({ environment: z.record(z.string(), z.string()) }) }),
      })
      .parse(parse(readProjectFile('compose.yaml'), { merge: true }));
    const given = Object.keys(compose.services.assay.environment);
    expect(given.filter((name) => !readNames().includes(name))).toEqual([]);
    expect(given).toContain('DATABASE_URL_FILE');
  });
});
