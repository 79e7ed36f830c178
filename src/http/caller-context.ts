/** Where a browser is and what it calls itself: for limits and for the person's own history (decisions 17, 37). */

import type { Request } from 'express';

import type { Call } from '../app/call.js';

/** Characters; browsers send half of that. */
const MAX_USER_AGENT = 256;
/** How a dual-stack socket writes an IPv4 address; it is the same address. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/** The address is the socket's, or what a trusted proxy says it was. */
export function callerContext(req: Request): NonNullable<Call['context']> {
  return {
    ipAddress: req.ip?.replace(MAPPED, '') ?? null,
    userAgent: req.get('User-Agent')?.slice(0, MAX_USER_AGENT) ?? null,
  };
}
