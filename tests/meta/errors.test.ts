/** docs/errors.md and the catalogue of refusals say the same. */

import { ERROR_CODES } from '../../src/app/errors.js';
import { PROBLEM_TYPE_BASE } from '../../src/http/problem.js';
import { readProjectFile } from '../support/project.js';

/** A problem's `type` ends in "#" and its code, which is where the heading of that name is found. */
function documentedCodes(): readonly string[] {
  const headings = readProjectFile('docs/errors.md').matchAll(/^#{2,4} `?([a-z0-9_]+)`?$/gm);
  return [...headings].map(([, code = '']) => code);
}

describe('docs/errors.md', () => {
  it('explains every error code and no other', () => {
    expect([...documentedCodes()].sort()).toEqual([...ERROR_CODES].sort());
  });

  it('says what every `type` begins with', () => {
    expect(readProjectFile('docs/errors.md')).toContain(`\`${PROBLEM_TYPE_BASE}\``);
  });
});
