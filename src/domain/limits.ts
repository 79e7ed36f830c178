/** Every number that bounds guessing and sending, with its unit and its source. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Wrong guesses per challenge, also across resends and corrected numbers. R013, R014. */
export const ATTEMPTS_PER_CHALLENGE = 5;

/** From the n-th failure in a row on, each one locks; decision 8. */
export const LOCK_FROM_FAILURES = 10;
/** 30 seconds, doubling with each further failure. */
export const LOCK_BASE_MS = 30 * SECOND;
/** One hour. */
export const LOCK_MAX_MS = HOUR;
/** The factor is disabled for good and must be enrolled anew; NIST SP 800-63B-4 3.2.2 allows 100. R020. */
export const DISABLE_AT_FAILURES = 50;
/** A pending factor is discarded; decision 7. */
export const DISCARD_PENDING_AT_FAILURES = 10;

/** A challenge that waits for a number; decision 42. 15 minutes. */
export const WAITING_TTL_MS = 15 * MINUTE;
/** How long an ended challenge keeps its named end state; decision 42. One hour. */
export const END_STATE_TTL_MS = HOUR;
/** Numbers one challenge may be sent to: the first and two corrections. */
export const DESTINATIONS_PER_CHALLENGE = 3;

/** Gap between two SMS to one employee and number: 30 s, doubling to 240 s; decision 12. */
export const RESEND_GAP_MS = 30 * SECOND;
export const RESEND_GAP_MAX_MS = 240 * SECOND;
/** The gap is back at its first value this long after the last send. Ten minutes. */
export const RESEND_GAP_RESET_MS = 10 * MINUTE;
/** A resend with less life left than this is refused as `challenge_expiring`. One minute. */
export const RESEND_MIN_LIFE_MS = MINUTE;

/** How long a hosted page keeps its way back: the longest enrolment, and time to ask anew. One hour. */
export const PAGE_TTL_MS = HOUR;
/** How long an approval given on a page may be redeemed first; decision 24. Five minutes. */
export const REDEEM_WITHIN_MS = 5 * MINUTE;
/** How long the same secrets are given the same token again; decision 24. Two minutes. */
export const REDEEM_AGAIN_MS = 2 * MINUTE;

/** How long after its approval a step-up may be used, once; R048. Five minutes. */
export const STEP_UP_LIFE_MS = 5 * MINUTE;

/** Challenges one (employee, client) may have open at once; decision 11. */
export const OPEN_CHALLENGES = 5;
/** Tries to send per hour and (employee, client); never given back; decision 13. */
export const SEND_TRIES_PER_HOUR = 20;
export const SEND_TRIES_WINDOW_MS = HOUR;

/** Messages to one number in ten minutes, all companies together; R030, T31. */
export const NUMBER_SENDS = 5;
export const NUMBER_SENDS_WINDOW_MS = 10 * MINUTE;
/** Messages to one number in a day. `NUMBER_SENDS_PER_DAY`. */
export const NUMBER_SENDS_PER_DAY = { default: 20, least: 5, most: 50 } as const;
/** A number's budgets grow with the people who have proven it, up to so many times; decision 36. */
export const NUMBER_HOLDERS_MAX = 5;
/** The share of it that unproven numbers may use; decision 14. */
export const UNPROVEN_SENDS = 2;
export const UNPROVEN_SENDS_PER_DAY = 4;
/** Notices to one number in a day that it is a factor no more: each needs an enrolment before it. */
export const NOTICES_PER_DAY = 5;

export const DAY_MS = 24 * HOUR;

/** Messages to one person in a day. `EMPLOYEE_SENDS_PER_DAY`. */
export const EMPLOYEE_SENDS_PER_DAY = { default: 30, least: 5, most: 100 } as const;
/** Messages of one company in a day where its policy says nothing: six a person, 200 at least; decision 36. */
export const COMPANY_SENDS_FLOOR = 200;
export const COMPANY_SENDS_PER_PERSON = 6;
/** How far `smsPerDay` of a company may go. `COMPANY_SENDS_PER_DAY`. */
export const COMPANY_SENDS_PER_DAY = { default: 20_000, least: 1, most: 10_000_000 } as const;
/** From here on a company is warned; decision 36. */
export const COMPANY_WARNING_SHARE = 0.7;
/** How long the number of a company's people is remembered. Short, since it grows fast on the day it is switched on. */
export const COMPANY_SIZE_AGE_MS = 10_000;
/** Messages that one client may cause in an hour. `CLIENT_SENDS_PER_HOUR`. */
export const CLIENT_SENDS_PER_HOUR = { default: 6_000, least: 1, most: 1_000_000 } as const;
/** Messages that one address may cause in an hour: a whole office may sit behind it. `ADDRESS_SENDS_PER_HOUR`. */
export const ADDRESS_SENDS_PER_HOUR = { default: 1_200, least: 10, most: 100_000 } as const;
/** Messages into one country in a day. `COUNTRY_SENDS_PER_DAY`. */
export const COUNTRY_SENDS_PER_DAY = { default: 20_000, least: 1, most: 10_000_000 } as const;
/** Messages of the whole service in a day: the most a day can cost. `SENDS_PER_DAY`. */
export const SENDS_PER_DAY = { default: 50_000, least: 1, most: 10_000_000 } as const;
/** What unproven numbers may use of a budget that many people share: the rest is for proven sign-ins. */
export const UNPROVEN_SHARE = 0.5;

/** Where many messages are counted, a window is counted in so many steps; it never lets more through. */
export const BUDGET_STEPS = 48;
/** How long a message that was counted in a step can be given back: longer than any send is in flight. One minute. */
export const GIVE_BACK_WITHIN_MS = MINUTE;

/** Codes to unproven numbers of one prefix are measured over so many steps of an hour: a day; R035, T29. */
export const CONVERSION_STEPS = 24;
export const CONVERSION_STEP_MS = HOUR;
/** From so many messages on, this share of them must have proven a number, or no more go to that prefix. */
export const PREFIX_SENDS = 60;
export const CONVERSION_FLOOR = 0.2;

/** How long a send may be in flight before a repeat of its request is answered from what is stored. */
export const SEND_LEASE_MS = 30 * SECOND;

/** Idempotency-Key memory: 24 h for start, 1 h for resend, enrolment and reset; decision 16. */
export const IDEMPOTENCY_START_MS = 24 * HOUR;
export const IDEMPOTENCY_RESEND_MS = HOUR;

/** A link into the portal, used once; it travels in one redirect. Five minutes. */
export const PORTAL_LINK_TTL_MS = 5 * MINUTE;
/** A portal session that nobody uses ends; R085 allows an hour. 30 minutes. */
export const PORTAL_IDLE_MS = 30 * MINUTE;
/** One that is used ends too; R085 allows a day. Eight hours. */
export const PORTAL_TOTAL_MS = 8 * HOUR;

/** An employee's failure counter in the pending store; longer than the longest lock. Two hours. */
export const COUNTER_TTL_MS = 2 * HOUR;

/** How long a request may take in all before it is answered 503; R108. Two seconds. */
export const REQUEST_DEADLINE_MS = 2 * SECOND;
/** Our own deadline for one call to the SMS provider; R113. Five seconds. */
export const PROVIDER_DEADLINE_MS = 5 * SECOND;

/** Clocks further apart than this are an alarm, never a reason not to serve; decision 9. Five seconds. */
export const MAX_SKEW_MS = 5 * SECOND;

/** How far ahead an invitation to enrol may end: leave that nobody remembers is a way in. */
export const INVITATION_MAX_DAYS = 90;

/** How long a number stays marked after the provider called it unreachable; decision 18. One day. */
export const UNDELIVERABLE_MS = 24 * HOUR;

/** The wait after the n-th failure in a row; 0 while guesses are still free of delay. Decision 8. */
export function lockMs(failures: number): number {
  if (failures < LOCK_FROM_FAILURES) return 0;
  return Math.min(LOCK_BASE_MS * 2 ** (failures - LOCK_FROM_FAILURES), LOCK_MAX_MS);
}
