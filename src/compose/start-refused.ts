/** Why a service does not start, in words for the operator. */

/** The message names the setting and never shows its value. */
export class StartRefusedError extends Error {
  override readonly name = 'StartRefusedError';

  constructor(
    readonly setting: string,
    detail: string,
  ) {
    super(`${setting}: ${detail}`);
  }
}
