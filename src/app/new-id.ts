/** Draws the ids that Assay makes itself: 128 random bits and more, with a prefix that tells the kind. */

import { randomBytes, randomUUID } from 'node:crypto';

import type { AttemptId, FactorId, MessageId } from '../domain/ids.js';

const BYTES = 16;

const draw = (prefix: string): string => `${prefix}_${randomBytes(BYTES).toString('base64url')}`;

export const newMessageId = (): MessageId => draw('msg') as MessageId;
export const newFactorId = (): FactorId => draw('fac') as FactorId;
/** Tells rows apart and guards nothing, so the faster source of randomness will do. */
export const newAttemptId = (): AttemptId => `att_${randomUUID()}` as AttemptId;
