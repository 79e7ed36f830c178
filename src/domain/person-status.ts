/** Where one person stands, in one word: everybody has exactly one status, so counts add up. */

/** In the order in which they are told: the first that fits is a person's status. */
export const PERSON_STATUSES = [
  /** Fifty wrong codes in a row: only a reset helps. */
  'disabled',
  /** Too many wrong codes: nothing is evaluated for a while. */
  'locked',
  /** A proven number that takes no SMS for now, or in a country the policy does not allow. */
  'unreachable',
  /** A proven number that works. */
  'enrolled',
  /** Reset, and nothing enrolled since. */
  'reset',
  /** No proven number; an invitation is open. */
  'invited',
  /** No proven number; two-factor is required from a day that is still ahead. */
  'in_grace',
  /** No proven number, and none of the above. */
  'not_enrolled',
] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** Whoever has no proven number. */
export const WITHOUT_NUMBER = [
  'reset',
  'invited',
  'in_grace',
  'not_enrolled',
] as const satisfies readonly PersonStatus[];
