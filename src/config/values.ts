/** How single settings are read from text: one zod schema for each kind of value. */

import { isIP } from 'node:net';

import { z } from 'zod';

/** Comma-separated, blanks around the commas ignored; an empty item is an error. */
export function listOf<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item).min(1));
}

/** At most so many, each once. */
export function distinct(max: number) {
  return z
    .array(z.string())
    .max(max)
    .refine((items) => new Set(items).size === items.length);
}

export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
}

export const onOff = z.enum(['on', 'off']).transform((text) => text === 'on');

const LENGTHS = { 6: 6, 7: 7, 8: 8 } as const;

export const codeLength = z.enum(['6', '7', '8']).transform((text) => LENGTHS[text]);

/** ISO 3166-1 alpha-2, upper case. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/);

/** What a listener binds to: an address or a host name. */
export const hostName = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(text),
  );

/** The address of a machine, or of a network by its prefix length. */
export const network = z.string().refine((text) => {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  return more.length === 0 && bits > 0 && length >= 1 && length <= bits;
});

/** An address without path, query, fragment and credentials; answered without the final slash. */
export const origin = z.string().transform((text, context) => {
  const url = parseUrl(text);
  if (url && isPlain(url) && ['http:', 'https:'].includes(url.protocol)) return url.origin;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

function isPlain(url: URL): boolean {
  const isBare = !url.search && !url.hash && !url.username && !url.password;
  return isBare && url.pathname === '/' && url.hostname !== '';
}

/** An issuer as tokens carry it, byte for byte (RFC 7519 4.1.1): an http(s) address. */
export const issuer = z.string().refine((text) => {
  const url = parseUrl(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
});

/** A URL of one of these schemes, with a host. */
export function urlOf(...schemes: readonly string[]) {
  return z.string().refine((text) => {
    const scheme = schemes.find((known) => text.startsWith(`${known}://`));
    return scheme !== undefined && text.length > scheme.length + 3 && !/\s/.test(text);
  });
}

export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Whether nothing leaves the machine on the way to this host. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
