/** Thrown to a browser that a page does not belong to; it is shown nothing but that. */

export class AnotherBrowserError extends Error {
  override readonly name = 'AnotherBrowserError';

  constructor() {
    super('the page is bound to another browser, or to none yet');
  }
}
