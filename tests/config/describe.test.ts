/** `assay config print`: every setting with the value in use and where it comes from. */

import { describeSettings } from '../../src/config/describe.js';
import { SETTING_NAMES } from '../../src/config/env.js';
import { loadConfig } from '../../src/config/load.js';

const describeWith = (environment: Readonly<Record<string, string>>) =>
  describeSettings(loadConfig({ environment, nowMs: Date.UTC(2026, 11, 1) }));

const lineOf = (name: string, environment: Readonly<Record<string, string>> = {}) =>
  describeWith(environment).find((line) => line.name === name);

it('shows every setting once, defaults with their value', () => {
  expect(describeWith({}).map(({ name }) => name)).toEqual(SETTING_NAMES);
  expect(lineOf('PORT')).toEqual({ name: 'PORT', value: '8080', source: 'default' });
  expect(lineOf('NODE_ENV')?.value).toBe('development');
  expect(lineOf('LOG_LEVEL')?.value).toBe('warn');
  expect(lineOf('CODE_TTL_SECONDS')?.value).toBe('300');
  expect(lineOf('DEFAULT_COUNTRIES')?.value).toMatch(/^AT,.*,US$/);
});

it('shows a default that follows from another setting as it is in use', () => {
  const environment = { PORT: '9000' };
  expect(lineOf('PORT', environment)).toMatchObject({ value: '9000', source: 'environment' });
  expect(lineOf('TOKEN_ISSUER', environment)).toMatchObject({
    value: 'http://127.0.0.1:9000',
    source: 'default',
  });
});

it('shows a value in the words in which it can be set', () => {
  const lines = describeWith({}).filter(({ value }) => value !== null && value !== 'not set');
  const environment = Object.fromEntries(lines.map(({ name, value }) => [name, value ?? '']));
  expect(describeWith(environment).map(({ value }) => value)).toEqual(
    describeWith({}).map(({ value }) => value),
  );
});

it('shows nothing where nothing is in use, and of a secret only whether it is set', () => {
  expect(lineOf('TWILIO_API_URL')).toMatchObject({ value: null, source: 'default' });
  expect(lineOf('REDIS_URL')).toMatchObject({ value: 'not set', source: 'default' });
  const set = lineOf('REDIS_URL', { REDIS_URL: 'redis://:pw@127.0.0.1' });
  expect(set).toMatchObject({ value: 'set', source: 'environment' });
});
