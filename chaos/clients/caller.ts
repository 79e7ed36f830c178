/** Makes one request to one instance and writes down what was asked and what came back. */

import { setTimeout as pause } from 'node:timers/promises';

import { decodeJwt } from 'jose';

import { expectDescribed } from '../../tests/support/openapi.js';
import type { Instances } from '../estate/instances.js';
import type { Answered, CallEvent, CallKind } from '../history/events.js';
import type { Recorder } from '../history/recorder.js';
import type { Random } from '../plan/random.js';

export interface Request {
  readonly n: number;
  readonly kind: CallKind;
  readonly person: number;
  readonly companyId: string;
  readonly path: string;
  /** Undefined: a GET. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly challengeId?: string | undefined;
  readonly key?: string | undefined;
  /** Which instance, 0 to under 1. */
  readonly dice: number;
}

export interface CallerDeps {
  readonly instances: Pick<Instances, 'pick' | 'urlOf'>;
  readonly credential: string;
  readonly recorder: Recorder;
}

/** Over the longest that any request may take, seven seconds. */
const GIVE_UP_MS = 20_000;

const REPEATS = { keyed: 4, bare: 1 };
const REPEAT_PAUSE_MS = [200, 900] as const;

export class Caller {
  constructor(private readonly deps: CallerDeps) {}

  async call(request: Request): Promise<CallEvent> {
    const { instances, recorder } = this.deps;
    const instance = instances.pick(request.dice);
    const fromMs = Date.now();
    const told = await this.#fetch(instances.urlOf(instance), request);
    const { n, kind, person, companyId, challengeId, key, body } = request;
    const event: CallEvent = {
      ...{ type: 'call', n, kind, person, companyId, instance, fromMs, toMs: Date.now() },
      ...{ challengeId, key, nonce: text(body?.['nonce']), number: text(body?.['phoneNumber']) },
      submitted: text(body?.['code']),
      ...told,
    };
    recorder.add(event);
    return event;
  }

  /** Repeats what was not answered, or with 503, as login services do: under the same key, or once without. */
  async persist(request: Omit<Request, 'dice'>, random: Random): Promise<CallEvent> {
    let answer = await this.call({ ...request, dice: random.next() });
    let left = request.key === undefined ? REPEATS.bare : REPEATS.keyed;
    for (; left > 0 && isUnsettled(answer); left -= 1) {
      await pause(random.between(...REPEAT_PAUSE_MS));
      answer = await this.call({ ...request, dice: random.next() });
    }
    return answer;
  }

  async #fetch(
    url: string,
    request: Request,
  ): Promise<Pick<CallEvent, 'status' | 'code' | 'answer' | 'undescribed'>> {
    const { path, body, headers, key } = request;
    const method = body === undefined ? 'GET' : 'POST';
    try {
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${this.deps.credential}`,
          'assay-actor': 'system:chaos',
          ...(body && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(GIVE_UP_MS),
      });
      const told = await response.text();
      const { status } = response;
      const shown = { method, url: path, status, text: told };
      const undescribed = judge({ ...shown, headers: Object.fromEntries(response.headers) });
      return { status, undescribed, ...read(told) };
    } catch {
      return { status: 0 };
    }
  }
}

/** Not right now, in whatever words. */
export function isUnsettled({ status, code }: CallEvent): boolean {
  return status === 0 || status === 503 || code === 'idempotency_in_progress';
}

function judge(seen: Parameters<typeof expectDescribed>[0]): string | undefined {
  try {
    expectDescribed(seen);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'not described';
  }
}

function read(body: string): { code?: string | undefined; answer?: Answered } {
  if (!body.startsWith('{')) return {};
  const told = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const left = told['attemptsRemaining'];
  const token = text(told['token']);
  return {
    code: text(told['code']),
    answer: {
      id: text(told['id']) ?? text(told['challengeId']),
      status: typeof told['status'] === 'string' ? told['status'] : undefined,
      ...{ reason: text(told['reason']), limit: text(told['limit']) },
      attemptsRemaining: typeof left === 'number' ? left : undefined,
      token: token === undefined ? undefined : decodeJwt(token),
      rawToken: token,
    },
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
