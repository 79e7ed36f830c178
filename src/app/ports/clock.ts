/** The port of process-local time. */

/**
 * Never decides an expiry or a wait that other instances must agree on (decision 9): those clocks are
 * the pending store's and the database's.
 */
export interface Clock {
  /** Milliseconds that only grow; for deadlines and ages within this process. */
  monotonicMs(): number;
  /** Runs once, later, without keeping the process alive; a stopping process runs it before it ends. */
  after(ms: number, run: () => Promise<void>): void;
}
