/** The port of process-local time. */

/**
 * Never decides an expiry or a wait that other instances must agree on (decision 9): those clocks are
 * the pending store's and the database's.
 */
export interface Clock {
  /** Milliseconds that only grow; for deadlines and ages within this process. */
  monotonicMs(): number;
}
