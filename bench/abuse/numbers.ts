/** Numbers that attackers bring: ranges that cost whoever sends, and a range of mobiles that they own. */

/** Premium, shared-cost, satellite, personal and pager ranges of several countries (R034). */
const PREMIUM: readonly ((digits: string) => string)[] = [
  (digits) => `+449098${digits}`,
  (digits) => `+448431${digits}`,
  (digits) => `+4476${digits}00`,
  (digits) => `+1900555${digits.slice(0, 4)}`,
  (digits) => `+33899${digits}`,
  (digits) => `+97912${digits}1`,
  (digits) => `+8816${digits}00`,
  (digits) => `+88213${digits}0`,
  (digits) => `+247${digits.slice(0, 5)}`,
];

export function premiumNumber(n: number): string {
  const build = PREMIUM[n % PREMIUM.length];
  return build ? build(sixDigits(n)) : '';
}

/** One prefix, `+447400`, of which every number is the attacker's. */
export function cheapNumber(n: number): string {
  return `+447400${sixDigits(n)}`;
}

/** People whose numbers lie far from all of these. */
export function honestNumber(n: number): string {
  return `+447700900${String(n).padStart(3, '0')}`;
}

function sixDigits(n: number): string {
  return String(n).padStart(6, '0');
}
