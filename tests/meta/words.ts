/** Numbers as the documents write them. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export function amount(value: number): string {
  return value.toLocaleString('en-GB');
}

/** "30 s", "10 min", "1 h", "24 h": in the largest unit that leaves a whole number. */
export function duration(ms: number): string {
  if (ms % HOUR === 0) return `${amount(ms / HOUR)} h`;
  if (ms % MINUTE === 0) return `${amount(ms / MINUTE)} min`;
  return `${amount(ms / SECOND)} s`;
}

/** A row of a Markdown table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
