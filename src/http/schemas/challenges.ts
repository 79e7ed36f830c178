/** What the sign-in calls take. */

import { isIP } from 'node:net';

import { z } from 'zod';

import { RefusalError } from '../../app/errors.js';
import { API_ACTIONS, CHANNELS } from '../../domain/challenge.js';
import type { ChallengeId } from '../../domain/ids.js';
import { companyId, locale, phoneNumber, text, userId } from './text.js';

/** What could be an id of ours. */
const CHALLENGE_ID = /^[A-Za-z0-9._~:-]{1,128}$/;

/** An id that cannot be one of ours is as unknown as one that merely is not: 404 for both. */
export const challengeParams = z.object({
  challengeId: z.string().transform((id) => {
    if (!CHALLENGE_ID.test(id)) throw new RefusalError('challenge_not_found');
    return id as ChallengeId;
  }),
});

const nonce = z
  .string()
  .regex(/^[A-Za-z0-9._~-]{16,128}$/, 'must be 16 to 128 letters, digits or any of . _ ~ -');

export const channel = z.enum(CHANNELS, { error: 'must be sms or call' });

const ipAddress = z
  .string()
  .max(45)
  .refine((address) => isIP(address) !== 0 && !address.includes('%'), 'must be IPv4 or IPv6');

const context = z.strictObject({
  ipAddress: ipAddress.optional(),
  userAgent: text(512).optional(),
});

/** Whether it is the client's own is decided byte for byte with its list at hand (R087). */
const returnUrl = z.string().min(1).max(2_048);

const state = z.string().regex(/^[ -~]{1,512}$/, 'must be 1 to 512 printable ASCII characters');

export const startChallenge = z
  .strictObject({
    companyId,
    userId,
    purpose: z.enum(['sign_in', 'step_up']).optional(),
    action: z.enum(API_ACTIONS).optional(),
    returnUrl: returnUrl.optional(),
    state: state.optional(),
    channel: channel.optional(),
    locale: locale.optional(),
    nonce: nonce.optional(),
    context: context.optional(),
  })
  .refine(({ purpose, action }) => (purpose === 'step_up') === (action !== undefined), {
    path: ['action'],
    error: 'is required with purpose step_up, and only then',
  })
  .refine(({ state, returnUrl }) => state === undefined || returnUrl !== undefined, {
    path: ['state'],
    error: 'has a meaning only with returnUrl',
  });

export const redeemChallenge = z.strictObject({
  nonce,
  returnCode: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'must be as the redirect carried it'),
});

/** `code` may be anything here: whether the challenge exists is answered first (decision 2). */
export const verifyChallenge = z.strictObject({
  code: z.unknown().refine((code) => code !== undefined, 'is required'),
  nonce: nonce.optional(),
  method: z.literal('code').optional(),
});

export const resendCode = z.strictObject({ channel: channel.optional() });

export const cancelChallenge = z.strictObject({ reason: z.literal('skipped').optional() });

export const noticeVersion = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be the version of the notice that was shown');

export const enrolPhone = z.strictObject({
  phoneNumber: phoneNumber.optional(),
  noticeVersion,
  locale: locale.optional(),
  channel: channel.optional(),
});
