/** docs/limits.md says what the code does: every limit, its default, bound, place and words. */

import { alternativesTo } from '../../src/app/sending/alternatives.js';
import { DISABLE_AT_FAILURES } from '../../src/domain/limits.js';
import { SEND_LIMITS } from '../../src/domain/send-limit.js';
import { codeEntry } from '../../src/pages/texts/en/code-entry.js';
import { readProjectFile } from '../support/project.js';
import { otherLimitRows } from './other-limit-rows.js';
import { sendLimitRows } from './send-limit-rows.js';

const page = readProjectFile('docs/limits.md');

/** The body of the table below a heading. */
function tableBelow(heading: string): string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2);
}

it('names every limit on sending as it is counted, set and told', () => {
  expect(tableBelow('Messages')).toEqual(sendLimitRows());
});

it('names every other limit as it is counted and told', () => {
  expect(tableBelow('Guessing, waiting, and what is under way')).toEqual(otherLimitRows());
});

it('quotes what a person is told of each limit on sending', () => {
  const { sendLimit, canEnterCode, canAskAdministrator, canAskSupport } = codeEntry;
  for (const words of [sendLimit, canEnterCode, canAskAdministrator, canAskSupport]) {
    expect(page).toContain(`> ${words}\n`);
  }
});

it('R020: never lets more failures pass than NIST SP 800-63B-4 3.2.2', () => {
  expect(DISABLE_AT_FAILURES).toBeLessThanOrEqual(100);
});

it('offers something besides waiting for every limit that many people share', () => {
  const shared = SEND_LIMITS.filter((limit) =>
    /company|client|address|country|service|prefix/.test(limit),
  );
  expect(shared.length).toBeGreaterThan(10);
  for (const limit of shared) {
    const facts = { limit };
    expect(alternativesTo({ code: 'send_limit_reached', facts }, true)).toHaveLength(3);
  }
});
