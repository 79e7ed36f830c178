/** The sign-in calls: ask for a second factor, send its code, judge it. */

import type { z } from 'zod';

import type { StartInput } from '../../app/use-cases.js';
import { operation, type Operation } from '../operation.js';
import {
  cancelChallenge,
  challengeParams,
  enrolPhone,
  redeemChallenge,
  resendCode,
  startChallenge,
  verifyChallenge,
} from '../schemas/challenges.js';
import { nothing } from '../schemas/none.js';
import { showApproved, showChallenge, showEnded } from './show-challenge.js';

const shared = {
  scope: 'challenges',
  actor: 'optional',
  query: nothing,
  isIdempotent: true,
} as const;

const start = operation({
  ...shared,
  id: 'startChallenge',
  method: 'post',
  path: '/v1/challenges',
  params: nothing,
  body: startChallenge,
  bodyRule: 'required',
  isSending: true,
  handle: async (useCases, call, { body }) => {
    const { ipAddress = null, userAgent = null } = body.context ?? {};
    const answer = await useCases.startChallenge(
      { ...call, context: { ipAddress, userAgent } },
      startInput(body),
    );
    if (answer.status === 'not_required')
      return { status: 200, body: { status: answer.status, reason: answer.reason } };
    const headers = { Location: `/v1/challenges/${answer.id}` };
    return { status: 201, headers, body: showChallenge(answer) };
  },
});

function startInput(body: z.infer<typeof startChallenge>): StartInput {
  const { companyId, userId, purpose = 'sign_in', action = null } = body;
  const { channel = null, locale = null, nonce = null, returnUrl, state = null } = body;
  const wayBack = returnUrl === undefined ? null : { returnUrl, state };
  return { companyId, userId, purpose, action, channel, locale, nonce, wayBack, body };
}

const get = operation({
  ...shared,
  id: 'getChallenge',
  method: 'get',
  path: '/v1/challenges/:challengeId',
  params: challengeParams,
  body: nothing,
  bodyRule: 'none',
  isIdempotent: false,
  isSending: false,
  handle: async (useCases, call, { params }) => {
    const answer = await useCases.getChallenge(call, params.challengeId);
    return { status: 200, body: showChallenge(answer) };
  },
});

const verify = operation({
  ...shared,
  id: 'verifyChallenge',
  method: 'post',
  path: '/v1/challenges/:challengeId/verify',
  params: challengeParams,
  body: verifyChallenge,
  bodyRule: 'required',
  isSending: false,
  handle: async (useCases, call, { params, body }) => {
    const { code, nonce = null } = body;
    const input = { id: params.challengeId, code, nonce };
    return { status: 200, body: showApproved(await useCases.verifyChallenge(call, input)) };
  },
});

const resend = operation({
  ...shared,
  id: 'resendCode',
  method: 'post',
  path: '/v1/challenges/:challengeId/resend',
  params: challengeParams,
  body: resendCode,
  bodyRule: 'optional',
  isSending: true,
  handle: async (useCases, call, { params, body }) => {
    const { channel = null } = body;
    const answer = await useCases.resendCode(call, { id: params.challengeId, channel });
    return { status: 200, body: showChallenge(answer) };
  },
});

const cancel = operation({
  ...shared,
  id: 'cancelChallenge',
  method: 'post',
  path: '/v1/challenges/:challengeId/cancel',
  params: challengeParams,
  body: cancelChallenge,
  bodyRule: 'optional',
  isSending: false,
  handle: async (useCases, call, { params, body }) => {
    const input = { id: params.challengeId, reason: body.reason ?? null };
    return { status: 200, body: showEnded(await useCases.cancelChallenge(call, input)) };
  },
});

const enrolment = operation({
  ...shared,
  id: 'enrolPhone',
  method: 'post',
  path: '/v1/challenges/:challengeId/enrolment',
  params: challengeParams,
  body: enrolPhone,
  bodyRule: 'required',
  isSending: true,
  handle: async (useCases, call, { params, body }) => {
    const { phoneNumber = null, noticeVersion, channel = null, locale = null } = body;
    const id = params.challengeId;
    const input = { id, phoneNumber, noticeVersion, channel, locale, body };
    return { status: 201, body: showChallenge(await useCases.enrolPhone(call, input)) };
  },
});

const redeem = operation({
  ...shared,
  id: 'redeemChallenge',
  method: 'post',
  path: '/v1/challenges/:challengeId/redeem',
  params: challengeParams,
  body: redeemChallenge,
  bodyRule: 'required',
  isSending: false,
  handle: async (useCases, call, { params, body: { nonce, returnCode } }) => {
    const input = { id: params.challengeId, nonce, returnCode };
    return { status: 200, body: showApproved(await useCases.redeemChallenge(call, input)) };
  },
});

export const challengeOperations: readonly Operation[] = [
  start,
  get,
  verify,
  resend,
  cancel,
  enrolment,
  redeem,
];
