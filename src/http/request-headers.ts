/** The request headers of our own API: who causes a call, and which act it repeats. */

import type { Request } from 'express';

import { RefusalError, invalid } from '../app/errors.js';
import type { Client } from '../app/ports/client-store.js';
import type { StepUpTokens, StepUpUse } from '../app/ports/step-up.js';
import type { Actor } from '../domain/audit-event.js';
import { CALLER_ID } from '../domain/ids.js';

const ACTOR = /^([a-z]+):(.+)$/;
const ROLES = ['admin', 'employee', 'support', 'system'] as const satisfies Actor['role'][];

/** Visible ASCII, no spaces: Node joins a repeated header with ", ", so two keys are never one. */
const IDEMPOTENCY_KEY = /^[!-~]{1,255}$/;

/** Null where none came and none is needed. */
export function readActor(req: Request, rule: 'required' | 'optional'): Actor | null {
  const text = req.get('Assay-Actor');
  if (text === undefined) {
    if (rule === 'required') throw invalid('header:Assay-Actor', 'is required');
    return null;
  }
  const [, roleName, id = ''] = ACTOR.exec(text) ?? [];
  const role = ROLES.find((known) => known === roleName);
  if (!role || !CALLER_ID.test(id))
    throw invalid(
      'header:Assay-Actor',
      'must be admin, employee, support or system, a colon and an opaque id without "@"',
    );
  return { role, id };
}

export function readIdempotencyKey(req: Request): string | null {
  const key = req.get('Idempotency-Key');
  if (key === undefined) return null;
  if (!IDEMPOTENCY_KEY.test(key))
    throw invalid('header:Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
  return key;
}

/** A proof that does not hold is none: the act is refused as without one. */
export function readStepUp(req: Request, tokens: StepUpTokens, client: Client): StepUpUse | null {
  const token = req.get('Assay-Step-Up');
  return (token !== undefined && tokens.read(token, client)) || null;
}

/** Refuses callers that could not read an answer. Problems are told in any case. */
export function requireJsonAccepted(req: Request): void {
  if (!req.accepts('application/json')) throw new RefusalError('not_acceptable');
}
