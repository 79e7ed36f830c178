/** Words that no command takes: each is refused before anything is opened, and the message names it. */

import { readInvocation } from '../../src/cli/arguments.js';
import { UsageError } from '../../src/cli/command.js';
import { usagesOf } from '../../src/cli/help.js';
import { COMMANDS, findCommand } from '../../src/cli/registry.js';

function refusal(words: readonly string[]): string {
  try {
    const found = findCommand(words);
    found?.command.read(found.rest);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`taken: ${words.join(' ')}`);
}

const POSITIONAL = /^[A-Z][A-Z_]+(\.json)?$/;
const named = COMMANDS.map(({ name, usage }) => {
  const words = usage.replace(/\(.*|--[a-z-]+ \S+/g, '').split(' ');
  const options = [...usage.matchAll(/(--[a-z-]+) ([^\]|)\s]+)/g)].map(([, option = '']) => option);
  return {
    words: name.split(' '),
    positionals: words.filter((word) => POSITIONAL.test(word)).map(() => '/dev/null'),
    options,
  };
});

describe.each(named)('assay $words', ({ words, positionals, options }) => {
  it('names an option that it does not have', () => {
    expect(refusal([...words, ...positionals, '--bogus'])).toContain('--bogus');
  });

  it('names a word too many', () => {
    expect(refusal([...words, ...positionals, 'extra'])).toContain('extra');
  });

  it('names what is missing, one word after the other', () => {
    for (let n = 0; n < positionals.length; n += 1) {
      const given = positionals.slice(0, n);
      expect(refusal([...words, ...given])).toMatch(/^\w+ is missing$/);
    }
  });

  it('names an option without its value, at the end and before another', () => {
    for (const option of options) {
      expect(refusal([...words, ...positionals, option])).toContain(option);
      const inTheMiddle = refusal([...words, ...positionals, option, '--reason', 'x']);
      expect(inTheMiddle).toContain(option);
      expect(inTheMiddle).not.toContain('\n');
    }
  });
});

const SET = ['policy', 'set', 'acme', '--reason', 'r'];
const CREATE = ['clients', 'create', '--name', 'n', '--all-companies', '--scopes', 'challenges'];
it.each([
  [[...SET, '--mode', 'on'], '--mode: must be off, optional or required'],
  [[...SET, '--enforce-from', 'soon'], '--enforce-from: must be now, none or an instant'],
  [[...SET, '--enforce-from', '2027-13-45T00:00:00Z'], '--enforce-from: is no such instant'],
  [[...SET, '--enrolment-days', '0'], '--enrolment-days: must be at least 1'],
  [[...SET, '--methods', 'voice'], '--methods: must be any of sms, call, comma-separated'],
  [[...SET, '--countries', 'Britain'], '--countries: must be ISO country codes'],
  [[...SET, '--sms-per-day', 'x'], '--sms-per-day: must be a whole number'],
  [[...SET, '--remember-device-days', '91'], '--remember-device-days: must be at most 90'],
  [['policy', 'set', 'acme'], '--reason: is needed, for the audit'],
  [['policy', 'set', 'acme', '--reason='], '--reason: is empty'],
  [['policy', 'show', 'a@b'], 'companyId: must be an opaque id'],
  [['clients', 'create'], '--name: is needed'],
  [[...CREATE.slice(0, -1), 'all'], '--scopes: must be some of challenges'],
  [[...CREATE, '--companies', 'acme'], '--companies: give either'],
  [[...CREATE, '--return-urls', 'http://evil.test'], '--return-urls: must be https'],
  [[...CREATE, '--expires', 'soon'], '--expires: must be like 365d'],
  [['clients', 'revoke', 'a@b'], 'clientId: must be an opaque id'],
  [['companies', 'set', 'a', '--time-zone', 'Mars'], '--time-zone: must be an IANA name'],
  [['companies', 'import', '/nonexistent'], '/nonexistent cannot be read'],
  [['employees', 'reset', 'acme', 'a@b', '--reason', 'r'], 'userId: must be an opaque id'],
  [['sms', 'test'], '--to: is needed'],
  [['sms', 'test', '--to', 'abc'], '--to: must be a number with its country code'],
  [['sends', 'pause'], '--reason: is needed, for the audit'],
  [['sends', 'pause', '--reason='], '--reason: is empty'],
  [['sends', 'resume', '--reason', 'r'], '--reason'],
  [['sends', 'reopen', '--prefix', '+447700'], '--reason: is needed, for the audit'],
  [['sends', 'reopen', '--prefix', '447700', '--reason', 'r'], '--prefix: must be like +447700'],
  [['signing-keys', 'rotate', '--immediately=yes'], '--immediately'],
])('assay %j says "%s"', (words, message) => {
  expect(refusal(words)).toContain(message);
});

it('--settings needs a file', () => {
  expect(() => readInvocation(['doctor', '--settings'])).toThrow('--settings: a file is needed');
  expect(() => readInvocation(['doctor', '--settings', '--json'])).toThrow('--settings');
  expect(() => readInvocation(['doctor', '--settings='])).toThrow('--settings');
});

describe('help', () => {
  it('lists every command', () => {
    for (const { usage } of COMMANDS) expect(usagesOf([])).toContain(usage);
  });

  it('shows one command, whatever was typed behind it, or those of a group', () => {
    const [only, ...others] = usagesOf(['policy', 'set', 'acme', '--mode']);
    expect(only).toMatch(/^assay policy set /);
    expect(others).toEqual([]);
    expect(usagesOf(['policy'])).toHaveLength(2);
    expect(usagesOf(['config', 'print'])).toEqual(['assay config print']);
  });

  it('names what is no command', () => {
    expect(() => usagesOf(['poli', 'x'])).toThrow('no such command: poli x');
  });
});
