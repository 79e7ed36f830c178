/** Days as a company's people live them: which one to propose for enforcement, and the instant it means. */

/** Two weeks from now, and from a weekend on to Monday. */
const DAYS_AHEAD = 14;
/** Enforcement begins in working hours, when somebody is there to help. */
export const START_HOUR = 9;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** `2026-12-07`: the next working day, Monday to Friday, in two weeks. `timeZone` is an IANA name. */
export function proposedDay(now: Date, timeZone: string): string {
  const [year, month, day] = localParts(now, timeZone);
  const proposed = new Date(Date.UTC(year, month - 1, day + DAYS_AHEAD));
  const weekday = proposed.getUTCDay();
  const toMonday = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return isoDay(new Date(proposed.getTime() + toMonday * DAY_MS));
}

/** The day of an instant in a time zone. */
export function localDay(instant: Date, timeZone: string): string {
  const [year, month, day] = localParts(instant, timeZone);
  return isoDay(new Date(Date.UTC(year, month - 1, day)));
}

/** The instant at which a day's `START_HOUR` begins there; null for what is no day, or none in that zone. */
export function startOf(day: string, timeZone: string): Date | null {
  const [, year = '', month = '', date = ''] = DAY.exec(day) ?? [];
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(date), START_HOUR);
  if (Number.isNaN(wall) || isoDay(new Date(wall)) !== day) return null;
  // The offset at the guess may be that of the other side of a change of clocks: the second is right.
  const guess = wall - offsetMs(new Date(wall), timeZone);
  const instant = new Date(wall - offsetMs(new Date(guess), timeZone));
  return localDay(instant, timeZone) === day ? instant : null;
}

/** How far the clocks there are ahead of UTC. */
function offsetMs(instant: Date, timeZone: string): number {
  const [year, month, day, hour, minute, second] = localParts(instant, timeZone);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(instant.getTime() / 1_000) * 1_000;
}

type Parts = readonly [number, number, number, number, number, number];

function localParts(instant: Date, timeZone: string): Parts {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const parts = format.formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return [read('year'), read('month'), read('day'), read('hour'), read('minute'), read('second')];
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
