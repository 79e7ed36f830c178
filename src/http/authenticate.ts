/** Who is calling: a bearer credential to a client, and whether that client may (R075, R076). */

import type { Request, Response } from 'express';

import type { ClientDirectory } from '../app/client-directory.js';
import { RefusalError } from '../app/errors.js';
import type { Client, Scope } from '../app/ports/client-store.js';
import type { HttpEvents } from './events.js';
import { stateOf } from './request-state.js';

/** RFC 6750 section 2.1; the scheme's name is case-insensitive (RFC 9110 section 11.1). */
const BEARER = /^bearer +([^\s]+)$/i;

export interface Authenticator {
  readonly clients: Pick<ClientDirectory, 'find'>;
  readonly events: Pick<HttpEvents, 'credentialRefused'>;
}

/** Throws `unauthenticated`, the same for a missing, wrong, revoked and expired credential. */
export function authenticate(req: Request, res: Response, by: Authenticator): Client {
  const presented = BEARER.exec(req.get('Authorization') ?? '')?.[1];
  const client = presented === undefined ? undefined : by.clients.find(presented);
  const state = stateOf(res);
  if (!client) {
    by.events.credentialRefused({ requestId: state.requestId });
    throw new RefusalError('unauthenticated');
  }
  state.clientId = client.clientId;
  return client;
}

/** One of several is enough; a refusal names them all. */
export function requireScope(client: Client, scopes: readonly Scope[]): void {
  if (!scopes.some((scope) => client.scopes.includes(scope)))
    throw new RefusalError('forbidden', { requiredScope: scopes.join(' or ') });
}
