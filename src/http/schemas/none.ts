/** For operations that take nothing: whatever comes is refused by name. */

import { z } from 'zod';

export const nothing = z.strictObject({});
