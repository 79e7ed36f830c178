/** Which day is proposed for enforcement, and which instant a day means in a company's time zone. */

import fc from 'fast-check';

import { localDay, proposedDay, START_HOUR, startOf } from '../../src/domain/deadline.js';

const ZONES = [
  ...['UTC', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/St_Johns'],
  ...['Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Kiritimati'],
];
const at = (written: string) => new Date(written);

describe('the day that is proposed', () => {
  it.each([
    ['a Monday', '2026-11-23T10:00:00Z', '2026-12-07'],
    ['a Friday', '2026-11-27T10:00:00Z', '2026-12-11'],
    ['a Saturday, on to Monday', '2026-11-21T10:00:00Z', '2026-12-07'],
    ['a Sunday, on to Monday', '2026-11-22T10:00:00Z', '2026-12-07'],
    ['the end of a year', '2026-12-19T10:00:00Z', '2027-01-04'],
  ])('is the next working day in two weeks: from %s', (_, now, day) => {
    expect(proposedDay(at(now), 'Europe/London')).toBe(day);
  });

  it('is counted from the day it is there', () => {
    const fridayNight = at('2026-11-27T23:30:00Z');
    expect(proposedDay(fridayNight, 'America/New_York')).toBe('2026-12-11');
    expect(proposedDay(fridayNight, 'Asia/Kolkata')).toBe('2026-12-14');
  });

  it('is two to three weeks ahead and never at a weekend, anywhere and at any time', () => {
    const instants = fc.date({ min: at('2020-01-01'), max: at('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (now, zone) => {
        const day = proposedDay(now, zone);
        expect([0, 6]).not.toContain(at(day).getUTCDay());
        const today = at(localDay(now, zone)).getTime();
        const days = (at(day).getTime() - today) / 86_400_000;
        expect([14, 15, 16]).toContain(days);
      }),
    );
  });
});

describe('the instant a day begins to count', () => {
  it.each([
    ['in winter', '2027-01-04', 'Europe/Berlin', '2027-01-04T08:00:00.000Z'],
    ['in summer', '2027-07-05', 'Europe/Berlin', '2027-07-05T07:00:00.000Z'],
    ['on the day clocks go forward', '2027-03-28', 'Europe/Berlin', '2027-03-28T07:00:00.000Z'],
    ['on the day clocks go back', '2026-10-25', 'Europe/Berlin', '2026-10-25T08:00:00.000Z'],
    ['across the ocean', '2026-11-01', 'America/New_York', '2026-11-01T14:00:00.000Z'],
    ['half an hour off', '2027-01-04', 'Asia/Kolkata', '2027-01-04T03:30:00.000Z'],
    ['a day ahead', '2027-01-04', 'Pacific/Kiritimati', '2027-01-03T19:00:00.000Z'],
  ])('is nine in the morning there: %s', (_, day, zone, instant) => {
    expect(startOf(day, zone)?.toISOString()).toBe(instant);
  });

  it('is nine o’clock of that very day in every zone', () => {
    const days = fc.date({ min: at('2020-01-01'), max: at('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (date, zone) => {
        const day = date.toISOString().slice(0, 10);
        const instant = startOf(day, zone) ?? at('1970-01-01');
        expect(localDay(instant, zone)).toBe(day);
        const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
        expect(hour.format(instant)).toBe(`0${START_HOUR}:00`);
      }),
    );
  });

  it.each(['', 'soon', '2026-02-30', '2026-13-01', '04.01.2027', '2027-1-4'])(
    'is none for %j, which is no day',
    (text) => {
      expect(startOf(text, 'Europe/Berlin')).toBeNull();
    },
  );

  it('is none for a day that a zone left out', () => {
    expect(startOf('2011-12-30', 'Pacific/Apia')).toBeNull();
  });
});
