/** What the edge knows of the request it serves, kept where every middleware finds it. */

import type { ServerResponse } from 'node:http';

import type { ErrorCode } from '../app/errors.js';

export interface RequestState {
  readonly requestId: string;
  operationId: string | null;
  clientId: string | null;
  code: ErrorCode | null;
  /** Came while too much was under way. */
  readonly isShed: boolean;
}

const states = new WeakMap<ServerResponse, RequestState>();

export function beginState(
  res: ServerResponse,
  { requestId, isShed }: Pick<RequestState, 'requestId' | 'isShed'>,
): RequestState {
  const state: RequestState = { requestId, operationId: null, clientId: null, code: null, isShed };
  states.set(res, state);
  return state;
}

/** Throws for a response that `identifyRequest` never saw: a mistake in the order of middleware. */
export function stateOf(res: ServerResponse): RequestState {
  const state = states.get(res);
  if (!state) throw new Error('a request without an id');
  return state;
}
