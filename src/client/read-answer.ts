/** Reads what came back: a shape that is known to the letter, or nothing that lets anybody in. */

import type { Problem, Refused, Unavailable } from './answers.js';
import { isRecord } from './record.js';
import { NoAnswerError } from './transport.js';

/** One exchange, as openapi-fetch tells it. */
export interface Exchange {
  readonly response: Response;
  readonly data?: unknown;
  readonly error?: unknown;
}

export interface Success {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Reads the 2xx answers of one call; undefined for what it does not know. */
export type ReadSuccess<Answer> = (success: Success) => Answer | undefined;

/** Sends, and reads the answer. `idempotencyKey` is null for reads. */
export async function readAnswer<Answer>(
  send: () => Promise<Exchange>,
  read: ReadSuccess<Answer>,
  idempotencyKey: string | null,
): Promise<Answer | Refused | Unavailable> {
  const unavailable = (
    reason: Unavailable['reason'],
    problem: Problem | null = null,
    retryAfterSeconds: number | null = null,
  ): Unavailable => ({
    outcome: 'unavailable',
    reason,
    problem,
    retryAfterSeconds,
    idempotencyKey,
  });
  const exchange = await send().catch(noAnswer);
  if (typeof exchange === 'string') return unavailable(exchange);

  const { response, data, error } = exchange;
  if (response.ok) {
    const answer = isRecord(data) ? read({ status: response.status, body: data }) : undefined;
    return answer ?? unavailable('unrecognised');
  }
  const problem = readProblem(error);
  if (isOutage(response.status, problem)) {
    return unavailable('outage', problem ?? null, secondsOf(response));
  }
  return problem ? { outcome: 'refused', problem } : unavailable('unrecognised');
}

/** A failed exchange; anything else that was thrown is a mistake in the call and is thrown on. */
function noAnswer(error: unknown): Unavailable['reason'] {
  if (error instanceof NoAnswerError) return error.reason;
  if (error instanceof SyntaxError) return 'unrecognised';
  throw error;
}

function isOutage(status: number, problem: Problem | undefined): boolean {
  return status >= 500 || problem?.code === 'idempotency_in_progress';
}

function readProblem(body: unknown): Problem | undefined {
  if (!isRecord(body)) return undefined;
  const { type, title, status, code } = body;
  const isProblem = [type, title, code].every((member) => typeof member === 'string');
  return isProblem && typeof status === 'number' ? (body as unknown as Problem) : undefined;
}

function secondsOf(response: Response): number | null {
  const seconds = response.headers.get('retry-after');
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) : null;
}
