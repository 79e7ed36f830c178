/** Keeps a failing or hanging provider from taking this service along: a breaker behind a bulkhead. */

import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleWhenResult,
  type BulkheadPolicy,
} from 'cockatiel';

import type { Clock } from '../../app/ports/clock.js';
import type { NoCall, SmsOutcome } from '../../app/ports/sms-sender.js';
import { isProviderFault } from './outcomes.js';

export interface GuardOptions {
  /** Sends under way at once; also the size of the connection pool. */
  readonly concurrency: number;
  /** Sends that may wait for one of those to end; the next is refused at once. */
  readonly queue: number;
  /** Provider faults in a row that open the breaker; refused numbers are none. */
  readonly breakerFaults: number;
  /** How long it stays open before one send is let through to try. At most 10 s (R120). */
  readonly breakerOpenMs: number;
}

export class SendGuard {
  readonly #bulkhead: BulkheadPolicy;
  readonly #breaker: CircuitBreakerPolicy;

  readonly #clock: Pick<Clock, 'monotonicMs'>;
  #opensAgainAtMs = 0;

  constructor(
    { concurrency, queue, breakerFaults, breakerOpenMs }: GuardOptions,
    clock: Pick<Clock, 'monotonicMs'>,
  ) {
    this.#clock = clock;
    this.#bulkhead = bulkhead(concurrency, queue);
    this.#breaker = circuitBreaker(
      handleWhenResult((outcome) => isProviderFault(outcome as SmsOutcome)),
      { halfOpenAfter: breakerOpenMs, breaker: new ConsecutiveBreaker(breakerFaults) },
    );
    this.#breaker.onBreak(() => {
      this.#opensAgainAtMs = clock.monotonicMs() + breakerOpenMs;
    });
  }

  get isOpen(): boolean {
    return this.#breaker.state !== CircuitState.Closed;
  }

  /** Full, or broken and not yet due for the send that tries. */
  get refusesNow(): NoCall | null {
    const { executionSlots, queueSlots } = this.#bulkhead;
    if (executionSlots + queueSlots === 0) return 'saturated';
    const isTrying = this.#breaker.state === CircuitState.HalfOpen;
    const isEarly = this.isOpen && this.#clock.monotonicMs() < this.#opensAgainAtMs;
    return isTrying || isEarly ? 'breaker_open' : null;
  }

  /** Runs a send, or answers why there was no call; no byte was sent then. */
  async run(send: () => Promise<SmsOutcome>): Promise<SmsOutcome> {
    try {
      return await this.#bulkhead.execute(() => this.#throughBreaker(send));
    } catch (error) {
      if (error instanceof BrokenCircuitError) return noCall('breaker_open');
      if (error instanceof BulkheadRejectedError) return noCall('saturated');
      throw error;
    }
  }

  /** The library lets others wait for the outcome of the probe; here they are told at once. */
  #throughBreaker(send: () => Promise<SmsOutcome>): Promise<SmsOutcome> {
    if (this.#breaker.state === CircuitState.HalfOpen)
      return Promise.resolve(noCall('breaker_open'));
    return this.#breaker.execute(send);
  }
}

export function noCall(cause: NoCall): SmsOutcome {
  return { kind: 'unavailable', cause, providerCode: null };
}
