/** How single options of commands are read. */

import { z } from 'zod';

import { SCOPES } from '../app/ports/client-store.js';
import { CALLER_ID, type ClientId, type CompanyId, type UserId } from '../domain/ids.js';

export const required = (what: string) =>
  z.string({ error: `is needed, ${what}` }).min(1, 'is empty');

const callerId = z
  .string({ error: 'is needed' })
  .regex(CALLER_ID, 'must be an opaque id of letters, digits and ._~:-, without "@"');

export const companyId = callerId.transform((id) => id as CompanyId);
export const userId = callerId.transform((id) => id as UserId);
export const clientId = callerId.transform((id) => id as ClientId);

/** Comma-separated. */
export function list<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item).min(1));
}

export const scopes = list(z.enum(SCOPES, { error: `must be some of ${SCOPES.join(', ')}` }));

/** "30d", "12h" or an RFC 3339 instant; the operator's own clock, as nobody else reads it. */
export const expiry = z.string().transform((text, context) => {
  const duration = /^(\d{1,4})([dh])$/.exec(text);
  if (duration) return { seconds: Number(duration[1]) * (duration[2] === 'd' ? 86_400 : 3_600) };
  const at = new Date(text);
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(at.getTime())) return { at };
  context.addIssue({ code: 'custom', message: 'must be like 365d, 12h or 2027-01-31T00:00:00Z' });
  return z.NEVER;
});
export type Expiry = z.output<typeof expiry>;

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `must be a whole number, ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));

export const countryList = list(
  z.string().regex(/^[A-Z]{2}$/, 'must be ISO country codes such as GB,IE'),
);
