/** How lists are asked for. */

import { z } from 'zod';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

const limit = z
  .string()
  .regex(/^[1-9][0-9]{0,2}$/, `must be a whole number from 1 to ${MAX_LIMIT}`)
  .transform(Number)
  .refine((count) => count <= MAX_LIMIT, `must be a whole number from 1 to ${MAX_LIMIT}`)
  .optional()
  .transform((count) => count ?? DEFAULT_LIMIT);

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9._~-]{1,512}$/, 'was not given by a page')
  .optional()
  .transform((given) => given ?? null);

export const pageFields = { limit, cursor };

export const pageQuery = z.strictObject(pageFields);
