/** Where the outbox of development is found, and by whom. */

export const OUTBOX = '/dev/outbox';
export const OUTBOX_JSON = '/dev/outbox.json';
export const OUTBOX_SCRIPT = '/dev/outbox.js';
export const OUTBOX_STYLES = '/dev/outbox.css';

/**
 * Whether a request's `Host` is this machine's own, or an address: a name that was rebound to loopback must not
 * read messages from a browser.
 */
export function isForThisMachine(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|[\d.]+|\[[0-9a-f:]+\])(:\d+)?$/i.test(host);
}
