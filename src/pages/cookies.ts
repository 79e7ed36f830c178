/** Every cookie there is, as one list, and the strict way in which they are read and written (R083). */

import type { Response } from 'express';

import type { Site } from './site.js';

const HOUR_SECONDS = 60 * 60;

export interface Cookie {
  /** Without its prefix. */
  readonly name: string;
  /** What it is for, as a key of the `common` texts. */
  readonly purpose: 'cookieBrowser' | 'cookiePortal';
  readonly lifeSeconds: number;
  readonly sameSite: 'Lax' | 'Strict';
}

/**
 * Strictly necessary, every one of them; no other exists. `browser` is Lax because a login service's
 * redirect, which is a navigation from another site, has to find it again (decision 25).
 */
export const COOKIES = {
  browser: {
    name: 'assay-browser',
    purpose: 'cookieBrowser',
    lifeSeconds: HOUR_SECONDS,
    sameSite: 'Lax',
  },
  portal: {
    name: 'assay-portal',
    purpose: 'cookiePortal',
    lifeSeconds: 8 * HOUR_SECONDS,
    sameSite: 'Strict',
  },
} as const satisfies Record<string, Cookie>;
export type CookieKey = keyof typeof COOKIES;

/** 256 random bits in base64url, a session's behind its partition: nothing personal. */
const VALUE = /^(?:[0-9a-f]{3})?[A-Za-z0-9_-]{43}$/;

/** RFC 6265bis 4.1.3.2: `__Host-` holds a cookie to this very host, over TLS, for every path. */
export function cookieName(key: CookieKey, site: Site): string {
  return (site.isSecure ? '__Host-' : '') + COOKIES[key].name;
}

/**
 * The value of one cookie; null where there is none, where it is not one of ours, and where it came
 * twice: then somebody else set one of the two.
 */
export function readCookie(header: string | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined && VALUE.test(value) ? value : null;
}

export interface CookieOrder {
  readonly key: CookieKey;
  /** Null takes the cookie away. */
  readonly value: string | null;
}

/** Throws for a value that could not be read back. */
export function writeCookie(res: Response, site: Site, { key, value }: CookieOrder): void {
  if (value !== null && !VALUE.test(value)) throw new TypeError('not a cookie value');
  const { lifeSeconds, sameSite } = COOKIES[key];
  const parts = [
    `${cookieName(key, site)}=${value ?? ''}`,
    'Path=/',
    `Max-Age=${value === null ? 0 : lifeSeconds}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(site.isSecure ? ['Secure'] : []),
  ];
  res.append('Set-Cookie', parts.join('; '));
}
