/** What holds for the tests themselves: all of them run, and each file can be read in one sitting. */

import { projectFiles, readProjectFile } from '../support/project.js';

/** Spelled in parts, so that this file does not find itself. */
const LEFT_OUT = new RegExp(
  `\\.(${['skip', 'only', 'failing'].join('|')})\\b|\\b(${['xit', 'fit', 'xdescribe', 'fdescribe', 'xtest'].join('|')})\\(|\\b(it|test)\\.todo\\b`,
);
const MOCKED_MODULES = new RegExp(`\\bjest\\.(unstable_)?mock(Module)?\\(`);

const files = projectFiles('tests').filter((path) => path.endsWith('.ts'));

describe('the tests', () => {
  it('skip nothing, focus on nothing and put nothing off', () => {
    expect(files.filter((path) => LEFT_OUT.test(readProjectFile(path)))).toEqual([]);
  });

  it('replace no module: dependencies come in as arguments', () => {
    expect(files.filter((path) => MOCKED_MODULES.test(readProjectFile(path)))).toEqual([]);
  });

  it('are in files of at most 300 lines, save contract suites', () => {
    const suites = files.filter((path) => !path.endsWith('.contract.ts'));
    const long = suites.filter((path) => readProjectFile(path).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
