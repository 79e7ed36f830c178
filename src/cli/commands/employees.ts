/** Commands about people. */

import { z } from 'zod';

import { command } from '../command.js';
import { companyId, required, userId } from '../input.js';
import { operatorCall } from '../operator.js';

export const employeesReset = command({
  name: 'employees reset',
  usage: 'COMPANY_ID USER_ID --reason R',
  options: { reason: { type: 'string' } },
  positionals: ['companyId', 'userId'],
  input: z.strictObject({
    companyId,
    userId,
    reason: required('for the audit').pipe(z.string().max(500)),
  }),
  run: (operator, { companyId: company, userId: user, reason }) =>
    operator.administration.resetEmployee(
      operatorCall(operator),
      { companyId: company, userId: user },
      { reason },
    ),
  print: ({ expiresAt }) =>
    `The factor is removed; the person may enrol again until ${expiresAt.toISOString()}.`,
});
