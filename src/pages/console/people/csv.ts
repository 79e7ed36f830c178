/** Writes rows as CSV that a spreadsheet reads as text, whatever stands in them (R107). */

/** How a spreadsheet knows that the text is UTF-8. */
export const CSV_START = '\ufeff';

/** What makes a spreadsheet compute a cell; the full-width ones are read like the others. */
const FORMULA = /^\s*[=+\-@\t\r\n\u2212\uff0b\uff0d\uff1d\uff20]/u;

/** One line with its end, RFC 4180: every field quoted, a formula made text by an apostrophe. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

function quoted(field: string): string {
  const text = FORMULA.test(field) ? `'${field}` : field;
  return `"${text.replaceAll('"', '""')}"`;
}
