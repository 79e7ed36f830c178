/** The system's clock: a published library has no composition root to be given one by. */

/** Milliseconds since 1970; the default wherever a caller brings no clock of its own. */
export function systemTimeMs(): number {
  // eslint-disable-next-line no-restricted-properties -- the one place of src/client that reads it
  return Date.now();
}
