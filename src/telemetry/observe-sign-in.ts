/** Tells how each sign-in call ended, so that the use cases need not. */

import type { Call } from '../app/call.js';
import { RefusalError, StoreUnavailableError } from '../app/errors.js';
import type { Clock } from '../app/ports/clock.js';
import type { ServiceEvents, SignInResult, SignInStep } from '../app/ports/service-events.js';
import type { SignInUseCases } from '../app/use-cases.js';

interface Observer {
  readonly events: ServiceEvents;
  readonly clock: Clock;
}

/** The same use cases with the same answers and errors; every end is told once. */
export function observeSignIn(inner: SignInUseCases, observer: Observer): SignInUseCases {
  const watch = <Input, Answer extends { readonly status: SignInResult }>(
    step: SignInStep,
    run: (call: Call, input: Input) => Promise<Answer>,
  ) => watchStep(observer, step, run);
  return {
    startChallenge: watch('start', (call, input: Parameters<typeof inner.startChallenge>[1]) =>
      inner.startChallenge(call, input),
    ),
    getChallenge: watch('status', (call, input: Parameters<typeof inner.getChallenge>[1]) =>
      inner.getChallenge(call, input),
    ),
    verifyChallenge: watch('verify', (call, input: Parameters<typeof inner.verifyChallenge>[1]) =>
      inner.verifyChallenge(call, input),
    ),
    resendCode: watch('resend', (call, input: Parameters<typeof inner.resendCode>[1]) =>
      inner.resendCode(call, input),
    ),
    cancelChallenge: watch('cancel', (call, input: Parameters<typeof inner.cancelChallenge>[1]) =>
      inner.cancelChallenge(call, input),
    ),
    enrolPhone: watch('enrolment', (call, input: Parameters<typeof inner.enrolPhone>[1]) =>
      inner.enrolPhone(call, input),
    ),
    redeemChallenge: watch('redeem', (call, input: Parameters<typeof inner.redeemChallenge>[1]) =>
      inner.redeemChallenge(call, input),
    ),
  };
}

function watchStep<Input, Answer extends { readonly status: SignInResult }>(
  { events, clock }: Observer,
  step: SignInStep,
  run: (call: Call, input: Input) => Promise<Answer>,
): (call: Call, input: Input) => Promise<Answer> {
  return async (call, input) => {
    const startedMs = clock.monotonicMs();
    const tell = (result: SignInResult) => {
      const durationMs = clock.monotonicMs() - startedMs;
      const { correlationId: requestId, client } = call;
      events.signIn({ step, result, durationMs, requestId, clientId: client.clientId });
    };
    try {
      const answer = await run(call, input);
      tell(answer.status);
      return answer;
    } catch (error) {
      tell(resultOf(error));
      throw error;
    }
  };
}

function resultOf(error: unknown): SignInResult {
  if (error instanceof RefusalError) return error.code;
  return error instanceof StoreUnavailableError ? 'temporarily_unavailable' : 'internal_error';
}
