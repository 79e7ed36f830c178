/** The public keys that check our tokens (RFC 7517), for anybody to fetch and keep for minutes. */

import { createHash } from 'node:crypto';

import type { RequestHandler } from 'express';

import { stateOf } from '../request-state.js';

/**
 * How long others may keep the keys. Five minutes; a new key is published longer than that before its
 * first use (R071).
 */
const CACHE_SECONDS = 300;

/** Express answers 304 by itself where the ETag is the one that the caller names. */
export function serveJwks(jwks: () => object): RequestHandler {
  return (_req, res) => {
    stateOf(res).operationId = 'getJwks';
    const body = JSON.stringify(jwks());
    res.set('Cache-Control', `public, max-age=${CACHE_SECONDS}`);
    res.set('ETag', `"${createHash('sha256').update(body).digest('base64url')}"`);
    res.type('application/jwk-set+json').send(body);
  };
}
