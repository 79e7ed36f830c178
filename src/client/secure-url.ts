/** Which addresses a credential may go to, and keys may come from. */

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Reads an address: https, or plain http to this machine, or plain http where that was allowed in words.
 * @throws {TypeError} for any other: whoever sits between could read the credential, or sign tokens.
 */
export function parseSecureUrl(address: string | URL, allowPlainHttp = false): URL {
  const url = new URL(address);
  const isPlainAllowed = allowPlainHttp || LOOPBACK.includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isPlainAllowed)) return url;
  throw new TypeError(`${url.origin} must be https, or allowPlainHttp must say otherwise`);
}
