/** Each Lua script says at its top which keys and arguments it takes, and what it answers. */

import { projectFiles, readProjectFile } from '../support/project.js';

const files = projectFiles('src/adapters/redis/scripts').filter((path) => path.endsWith('.lua'));
const isPart = (path: string) => path.includes('/parts/');
const scripts = files.filter((path) => !isPart(path));
/** Adapters hand every limit over, so that domain/limits.ts is the one place that knows it. */
const LIMIT = /[^\w.]\d{2,}[^\w.]/;

describe.each(scripts)('%s', (path) => {
  const [header = '', body = ''] = readProjectFile(path).split(/^\]\]$/m);
  const slots = (text: string) => [...new Set(text.match(/\b(?:KEYS|ARGV)\[\d+\]/g) ?? [])].sort();

  it('begins with #!lua, so that a server that cannot write refuses it up front', () => {
    expect(header).toMatch(/^#!lua(?: flags=(?:allow-oom|no-writes))?\n--\[\[\n {2}\S/);
  });

  it('documents exactly the KEYS and ARGV it uses', () => {
    expect(slots(header)).toEqual(slots(body));
  });

  it('documents what it returns', () => {
    expect(header).toMatch(/^ {2}Returns {2}\S/m);
  });

  it('takes the time from the server unless a test gave one (decision 9)', () => {
    const asksTheTime = /\bnow\b/.test(body);
    const clock = "local time = ARGV[1] == '' and redis.call('TIME')";
    expect(body.includes(clock)).toBe(asksTheTime);
  });
});

describe.each(files.filter(isPart))('%s', (path) => {
  const text = readProjectFile(path);

  it('says what it needs of the script that includes it, and touches only what it is given', () => {
    expect(text).toMatch(/^--\[\[\n {2}\S[^\]]*\n {2}Needs {2}\S/);
    expect(text).not.toMatch(/\b(?:KEYS|ARGV)\b/);
  });
});

it.each(files)('%s holds no limit of its own', (path) => {
  const body = readProjectFile(path).split(/^\]\]$/m)[1] ?? '';
  expect(
    body
      .replace(/^local now = .*$/m, '')
      .split('\n')
      .filter((line) => LIMIT.test(line.replace(/\[\d+\]|unpack\(.*\)/g, ''))),
  ).toEqual([]);
});

it('finds the scripts', () => {
  expect(scripts.length).toBeGreaterThan(9);
});
