/** The phone calls: replace a person's number, or remove it. */

import { operation, type Operation } from '../operation.js';
import { changePhone, employeeParams } from '../schemas/employees.js';
import { nothing } from '../schemas/none.js';
import { showChallenge } from './show-challenge.js';

const shared = {
  path: '/v1/companies/:companyId/employees/:userId/phone',
  scope: 'employees:manage',
  actor: 'required',
  params: employeeParams,
  query: nothing,
  takesStepUp: true,
  isSending: true,
} as const;

const change = operation({
  ...shared,
  id: 'changePhone',
  method: 'post',
  body: changePhone,
  bodyRule: 'required',
  isIdempotent: true,
  handle: async (useCases, call, { params, body, stepUp }) => {
    const { phoneNumber, noticeVersion, channel = null, locale = null } = body;
    const input = { ...params, phoneNumber, noticeVersion, channel, locale, stepUp };
    const answer = await useCases.changePhone(call, input);
    const headers = { Location: `/v1/challenges/${answer.id}` };
    return { status: 201, headers, body: showChallenge(answer) };
  },
});

const remove = operation({
  ...shared,
  id: 'removePhone',
  method: 'delete',
  body: nothing,
  bodyRule: 'none',
  isIdempotent: false,
  handle: async (useCases, call, { params, stepUp }) => {
    await useCases.removePhone(call, params, stepUp);
    return { status: 204, body: null };
  },
});

export const phoneOperations: readonly Operation[] = [change, remove];
