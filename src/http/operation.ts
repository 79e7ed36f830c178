/** One API operation as data, and the one way in which each of them is served. */

import { sendEmpty, sendJson } from './send-json.js';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';

import type { Call } from '../app/call.js';
import type { Clock } from '../app/ports/clock.js';
import type { Scope } from '../app/ports/client-store.js';
import type { StepUpTokens, StepUpUse } from '../app/ports/step-up.js';
import type { UseCases } from '../app/use-cases.js';
import { PROVIDER_DEADLINE_MS, REQUEST_DEADLINE_MS } from '../domain/limits.js';
import { authenticate, requireScope, type Authenticator } from './authenticate.js';
import { readBody, type BodyRule } from './body.js';
import { ANSWER_MARGIN_MS, withinMs } from './deadline.js';
import { parse } from './parse.js';
import { readQuery } from './query.js';
import {
  readActor,
  readIdempotencyKey,
  readStepUp,
  requireJsonAccepted,
} from './request-headers.js';
import { stateOf } from './request-state.js';
import { refuseShed } from './shed.js';

export interface OperationDeps extends Authenticator {
  readonly useCases: UseCases;
  readonly stepUps: StepUpTokens;
  readonly clock: Clock;
}

export interface OperationSpec<Params, Query, Body> {
  /** `operationId` in openapi.yaml; a test holds both equal. */
  readonly id: string;
  readonly method: 'get' | 'put' | 'post' | 'delete';
  /** Express's notation. */
  readonly path: string;
  /** Any of them lets a call in; where one alone is right for what it asks, the use case says so. */
  readonly scope: Scope | readonly Scope[];
  readonly actor: 'required' | 'optional';
  readonly params: z.ZodType<Params>;
  readonly query: z.ZodType<Query>;
  readonly body: z.ZodType<Body>;
  readonly bodyRule: BodyRule;
  /** Where bodies are larger than those of all others. */
  readonly maxBodyBytes?: number;
  /** Whether `Idempotency-Key` names the act; operations without it ignore the header. */
  readonly isIdempotent: boolean;
  /** Reads `Assay-Step-Up`; operations without it ignore the header. */
  readonly takesStepUp?: boolean;
  /** Sends an SMS before it answers: the provider's own deadline comes on top. */
  readonly isSending: boolean;
  readonly handle: (
    useCases: UseCases,
    call: Call,
    request: ParsedRequest<Params, Query, Body>,
  ) => Promise<Reply>;
}

export interface ParsedRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Null for none, and for one that says nothing to this client. */
  readonly stepUp: StepUpUse | null;
  /** For what one operation alone reads. */
  readonly http: Request;
}

export type Reply = {
  readonly headers?: Readonly<Record<string, string>>;
} & (
  | { readonly status: 200 | 201; readonly body: object }
  | { readonly status: 204; readonly body: null }
);

/** A spec whose input types are closed over, so that all operations fit one list. */
export type Operation = Pick<
  OperationSpec<never, never, never>,
  'id' | 'method' | 'path' | 'actor' | 'bodyRule' | 'isIdempotent'
> & {
  readonly takesStepUp: boolean;
  readonly scopes: readonly Scope[];
  readonly querySchema: z.ZodType;
  readonly bodySchema: z.ZodType;
  readonly serve: (deps: OperationDeps) => RequestHandler;
};

export function operation<Params, Query, Body>(
  spec: OperationSpec<Params, Query, Body>,
): Operation {
  const { id, method, path, actor, bodyRule, isIdempotent, takesStepUp = false } = spec;
  const scopes = [spec.scope].flat();
  return {
    ...{ id, method, path, scopes, actor, bodyRule, isIdempotent, takesStepUp },
    querySchema: spec.query,
    bodySchema: spec.body,
    serve: (deps) => async (req, res) => {
      stateOf(res).operationId = id;
      refuseShed(res);
      const client = authenticate(req, res, deps);
      requireScope(client, scopes);
      requireJsonAccepted(req);
      const facts = readCallFacts(req, spec);
      const stepUp = spec.takesStepUp ? readStepUp(req, deps.stepUps, client) : null;
      const request = { ...(await readRequest(req, spec)), stepUp };
      const limitMs = REQUEST_DEADLINE_MS + (spec.isSending ? PROVIDER_DEADLINE_MS : 0);
      const deadlineMs = deps.clock.monotonicMs() + limitMs - ANSWER_MARGIN_MS;
      const call = { ...facts, client, correlationId: stateOf(res).requestId, deadlineMs };
      sendReply(res, await withinMs(limitMs, spec.handle(deps.useCases, call, request)));
    },
  };
}

type CallFacts = Pick<Call, 'actor' | 'idempotencyKey'>;

function readCallFacts(
  req: Request,
  spec: Pick<OperationSpec<never, never, never>, 'actor' | 'isIdempotent'>,
): CallFacts {
  return {
    actor: readActor(req, spec.actor),
    idempotencyKey: spec.isIdempotent ? readIdempotencyKey(req) : null,
  };
}

async function readRequest<Params, Query, Body>(
  req: Request,
  spec: OperationSpec<Params, Query, Body>,
): Promise<Omit<ParsedRequest<Params, Query, Body>, 'stepUp'>> {
  const params = parse('path', spec.params, req.params);
  const query = parse('query', spec.query, readQuery(req));
  const body = parse('body', spec.body, await readBody(req, spec));
  return { params, query, body, http: req };
}

/** `Date` members become RFC 3339 in UTC by their own `toJSON`. */
function sendReply(res: Response, { status, body, headers = {} }: Reply): void {
  if (res.headersSent) return;
  res.set(headers);
  if (body === null) sendEmpty(res, status);
  else sendJson(res, { status, mediaType: 'application/json' }, body);
}
