/** What counts as one place in the net: an IPv4 address, or an IPv6 network of 64 bits (R032). */

const MAPPED = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/;

/**
 * The same text for every spelling of an address, and for all addresses one subscriber is given. An IPv4
 * address written as IPv6 is the IPv4 address. Null for what is no address.
 */
export function networkOf(address: string): string | null {
  const bare = address.replace(/%.*$/, '').trim();
  const isV6 = bare.includes(':');
  if (!isV6) return /^\d{1,3}(\.\d{1,3}){3}$/.test(bare) ? canonical(bare) : null;
  const host = canonical(`[${bare}]`);
  if (host === null) return null;
  const mapped = MAPPED.exec(host);
  return mapped ? dotted(mapped[1], mapped[2]) : `${first64(host.slice(1, -1))}::/64`;
}

/** As the URL standard writes hosts: lower case, shortest form. */
function canonical(host: string): string | null {
  const url = `http://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

function dotted(high = '0', low = '0'): string {
  return [high, low]
    .map((group) => parseInt(group, 16))
    .flatMap((value) => [value >> 8, value & 0xff])
    .join('.');
}

function first64(shortest: string): string {
  const [left = '', right = ''] = shortest.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === '' ? [] : right.split(':');
  const zeros = shortest.includes('::') ? 8 - head.length - tail.length : 0;
  return [...head, ...Array<string>(zeros).fill('0'), ...tail].slice(0, 4).join(':');
}
