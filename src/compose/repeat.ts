/** Does something every few seconds, one run at a time, whatever becomes of a run. */

export interface Repetition {
  /** No run begins afterwards; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** The pause is between runs, so a slow run never overlaps the next. It does not keep the process alive. */
export function repeat(
  pauseMs: number,
  run: () => Promise<unknown>,
  onError: (error: unknown) => void,
): Repetition {
  let current: Promise<void> = Promise.resolve();
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const plan = () => {
    timer = setTimeout(() => {
      current = Promise.resolve()
        .then(run)
        .then(() => undefined, onError)
        .finally(() => {
          if (!isStopped) plan();
        });
    }, pauseMs).unref();
  };
  plan();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
