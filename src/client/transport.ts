/** Carries requests to Assay: credential, deadline, and one repeat where repeating is safe. */

const DEFAULT_TIMEOUT_MS = 10_000;
/** A longer `Retry-After` is left to the caller: a person is waiting. */
const MAX_WAIT_MS = 2_000;
/** The pause after a lost connection. */
const LOST_WAIT_MS = 250;

export interface TransportOptions {
  /** What `clients create` printed; a function is asked on every request, so that it can rotate. */
  readonly credential: string | (() => string | Promise<string>);
  readonly fetch?: typeof fetch;
  /** For one try; 10,000 by default, above what Assay itself waits for the SMS provider. */
  readonly timeoutMs?: number;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** No answer came: it is not known whether the request took effect. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(readonly reason: 'timeout' | 'network') {
    super(`no answer from Assay: ${reason}`);
  }
}

/**
 * Makes a `fetch` that repeats a request once after a lost connection, a 503 or a 409 of its own first
 * try still in flight. Safe because each POST carries an `Idempotency-Key`: what took effect is not done
 * twice. Redirects are refused: the credential goes to the configured address and nowhere else.
 */
export function makeTransport(options: TransportOptions): (request: Request) => Promise<Response> {
  const { sleep = wait } = options;
  return async (request) => {
    const repeat = request.clone();
    const first = await tryOnce(request, options);
    const waitMs = repeatAfterMs(first);
    if (waitMs === undefined) return settle(first);
    await sleep(waitMs);
    return settle(await tryOnce(repeat, options));
  };
}

async function tryOnce(
  request: Request,
  { credential, fetch = globalThis.fetch, timeoutMs = DEFAULT_TIMEOUT_MS }: TransportOptions,
): Promise<Response | NoAnswerError> {
  const value = typeof credential === 'string' ? credential : await credential();
  request.headers.set('authorization', `Bearer ${value}`);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(request, { redirect: 'error', signal });
  } catch {
    return new NoAnswerError(signal.aborted ? 'timeout' : 'network');
  }
}

/** Undefined where a repeat helps nobody. */
function repeatAfterMs(first: Response | NoAnswerError): number | undefined {
  if (first instanceof NoAnswerError) return LOST_WAIT_MS;
  const { status, headers } = first;
  const seconds = headers.get('retry-after');
  if ((status !== 503 && status !== 409) || seconds === null) return undefined;
  const waitMs = /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : Infinity;
  return waitMs <= MAX_WAIT_MS ? waitMs : undefined;
}

function settle(answer: Response | NoAnswerError): Response {
  if (answer instanceof NoAnswerError) throw answer;
  return answer;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
