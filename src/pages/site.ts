/** Where the pages stand: their origin, taken from the settings and never from a request (R088). */

import { isIP } from 'node:net';

export interface Site {
  /** As browsers send it in `Origin`. */
  readonly origin: string;
  /** Whether cookies carry `Secure` and the `__Host-` prefix; false for plain http on loopback alone. */
  readonly isSecure: boolean;
}

export function siteOf(publicUrl: string): Site {
  const { origin, protocol, hostname } = new URL(publicUrl);
  return { origin, isSecure: !(protocol === 'http:' && isLoopback(hostname)) };
}

function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
