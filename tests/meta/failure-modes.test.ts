/** docs/failure-modes.md: every row is a test, and every test of a fault has its row. */

import { projectFiles, readProjectFile } from '../support/project.js';

interface Row {
  readonly fault: string;
  /** What each cell between the fault and its test says. */
  readonly said: readonly string[];
  /** The test's file, from the checkout's root. */
  readonly file: string;
  /** Part of the test's title, or the name of the fault in its table of faults. */
  readonly title: string;
}

const TEST_CELL = /^\[(?<title>[^\]]+)\]\(\.\.\/(?<file>tests\/[^)]+\.test\.ts)\)$/;

const rows: readonly Row[] = readProjectFile('docs/failure-modes.md')
  .split('\n')
  .filter((line) => /^\| (?!fault \|)[^-]/.test(line))
  .map(rowOf);

function rowOf(line: string): Row {
  const cells = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [fault = '', ...rest] = cells;
  const { title = '', file = '' } = TEST_CELL.exec(rest.at(-1) ?? '')?.groups ?? {};
  return { fault, said: rest.slice(0, -1), file, title };
}

/** Titles of tests, and the faults of their tables. */
function titlesIn(file: string): string[] {
  const text = readProjectFile(file);
  return [
    ...text.matchAll(/(?:\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*|fault: |\[)'([^'\n]+)'/g),
  ].map(([, title = '']) => title);
}

it('has rows', () => {
  expect(rows.length).toBeGreaterThan(40);
});

it.each(rows)(
  '$fault: says answer, time, what is kept and how it ends, and names its test',
  (row) => {
    expect(row.said).toHaveLength(4);
    expect(row.said.filter((cell) => cell === '')).toEqual([]);
    expect(row.title).not.toBe('');
    expect(titlesIn(row.file).filter((title) => title.includes(row.title))).not.toEqual([]);
  },
);

const faultTests = projectFiles('tests/faults').filter((file) => file.endsWith('.test.ts'));

it.each(faultTests)('%s stands in the page', (file) => {
  expect(rows.map((row) => row.file)).toContain(file);
});

/** Faults that stand in a table of their test, one by one. */
const listed = faultTests.flatMap((file) =>
  [...readProjectFile(file).matchAll(/\bfault: '([^']+)'/g)].map(([, fault = '']) => ({
    file,
    fault,
  })),
);

it.each(listed)('$file: "$fault" stands in the page', ({ file, fault }) => {
  expect(rows.filter((row) => row.file === file && row.title === fault)).toHaveLength(1);
});
