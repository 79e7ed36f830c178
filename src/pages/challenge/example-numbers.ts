/** Mobile numbers that belong to nobody, as people of a country write them. */

/**
 * From the ranges that each country's regulator keeps for films and examples: Ofcom, Bundesnetzagentur,
 * ARCEP, PTS, ACMA and NANPA. Countries without such a range have no entry.
 */
export const EXAMPLE_NUMBERS: Readonly<Record<string, string>> = {
  AU: '0491 570 156',
  CA: '(416) 555-0123',
  DE: '0171 3920055',
  FR: '06 39 98 01 23',
  GB: '07700 900123',
  SE: '070-174 06 05',
  US: '(202) 555-0123',
};

const INTERNATIONAL = '+44 7700 900123';
const OTHER_INTERNATIONAL = '+33 6 39 98 01 23';

export interface ExampleNumbers {
  /** As people of the company's country write one. */
  readonly example: string;
  /** One of another country. */
  readonly foreign: string;
}

/** `country` is ISO 3166-1 alpha-2. */
export function exampleNumbers(country: string): ExampleNumbers {
  const own = EXAMPLE_NUMBERS[country];
  const foreign = country === 'GB' ? OTHER_INTERNATIONAL : INTERNATIONAL;
  return { example: own ?? INTERNATIONAL, foreign: own ? foreign : OTHER_INTERNATIONAL };
}
