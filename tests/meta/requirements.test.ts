/** docs/requirements.md answers every row of the checklist, and its tests exist. */

import { hasProjectFile, readProjectFile } from '../support/project.js';

const ROWS = 128;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly reason: string;
  readonly tests: readonly string[];
}

const LINE = /^\| (R\d{3}) \|[^|]+\| (\w+) \|([^|]*)\| ([^|]+) \|$/gm;

function readRows(): readonly Row[] {
  return [...readProjectFile('docs/requirements.md').matchAll(LINE)].map(
    ([, id = '', status = '', reason = '', tests = '']) => ({
      id,
      status,
      reason: reason.trim(),
      tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    }),
  );
}

/** "path: what is wrong with it"; empty when the tests are there and name the row. */
function problemsOf({ id, tests }: Row): readonly string[] {
  if (tests.length === 0) return ['no test is named'];
  return tests.flatMap((path) => {
    if (!hasProjectFile(path)) return [`${path} does not exist`];
    return readProjectFile(path).includes(id) ? [] : [`${path} does not name ${id}`];
  });
}

describe('docs/requirements.md', () => {
  const rows = readRows();
  const held = rows.filter(({ status }) => status === 'adopted' || status === 'changed');

  it('answers every row of the checklist once, in order', () => {
    const expected = Array.from({ length: ROWS }, (_, at) => `R${String(at + 1).padStart(3, '0')}`);
    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  it('knows four answers, and gives a reason for all but the plain one', () => {
    const known = new Set(['adopted', 'changed', 'refused', 'later']);
    const wrong = rows.filter(({ status }) => !known.has(status));
    const unexplained = rows.filter(({ status, reason }) => status !== 'adopted' && reason === '');
    expect([...wrong, ...unexplained].map(({ id }) => id)).toEqual([]);
  });

  it.each(held)('names tests of $id that exist and name it', (row) => {
    expect(problemsOf(row)).toEqual([]);
  });
});
