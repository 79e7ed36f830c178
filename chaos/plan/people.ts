/** The virtual people of a run, their companies and their numbers. */

/** Numbers that ARCEP keeps for fiction: 06 39 98 00 00 to 06 39 98 99 99. */
const NUMBERS = 10_000;
/** Of one person: the first, the next after each reset, and the typos. */
const NUMBERS_EACH = 20;
const MOST_PEOPLE = NUMBERS / NUMBERS_EACH;

export interface Person {
  readonly index: number;
  readonly companyId: string;
  readonly userId: string;
}

export interface Company {
  readonly companyId: string;
  /** Of this one alone the operator changes the mode during the run. */
  readonly isFlapping: boolean;
}

const COMPANIES = 4;

export function companies(): readonly Company[] {
  return Array.from({ length: COMPANIES }, (_, n) => ({
    companyId: `c-${String(n)}`,
    isFlapping: n === COMPANIES - 1,
  }));
}

export function people(count: number): readonly Person[] {
  return Array.from({ length: Math.min(count, MOST_PEOPLE) }, (_, index) => ({
    index,
    companyId: `c-${String(index % COMPANIES)}`,
    userId: `u-${String(index)}`,
  }));
}

/** A person's n-th number; after the last comes the first again. */
export function numberOf({ index }: Person, n: number): string {
  const line = index * NUMBERS_EACH + (n % NUMBERS_EACH);
  return `+3363998${String(line).padStart(4, '0')}`;
}

/** Whose number this is. */
export function ownerOf(number: string): number {
  return Math.floor(Number(number.slice(-4)) / NUMBERS_EACH);
}
