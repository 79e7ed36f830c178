/** Reads a form as a browser sends it: one media type, small, each field known and given once (R105). */

import type { Request } from 'express';

import { readBytes } from '../http/body.js';
import { PageError } from './page-error.js';

/** Which fields a form has: `one` value or none, or `many` values of one name (a list of checkboxes). */
export type FieldRules = Readonly<Record<string, 'one' | 'many'>>;

/** What was sent, by the rules; a field that was not sent is empty. */
export type Fields<Rules extends FieldRules> = {
  readonly [Name in keyof Rules]: Rules[Name] extends 'many' ? readonly string[] : string;
};

/** Every field that came, with all its values. */
export type SentFields = ReadonlyMap<string, readonly string[]>;

/** The hidden fields that every form has; see `FormKeys`. */
export const HIDDEN = { csrf: 'one', once: 'one' } as const;

/** 8 kB: far more than any form of ours but the roster's. */
export const FORM_BYTES = 8 * 1_024;

const URLENCODED = /^application\/x-www-form-urlencoded(?:\s*;\s*charset=(?:utf-8|"utf-8"))?\s*$/i;

/** Line breaks and tabs belong into a text area; nothing else that is not text does. */
const NOT_TEXT = /[^\P{Cc}\t\r\n]|\p{Cs}/u;

/** Throws `PageError`, and `RefusalError` for a body that is too large or was cut off. */
export async function readForm(req: Request, maxBytes: number): Promise<SentFields> {
  const isPlain = req.get('Content-Encoding') === undefined;
  if (!isPlain || !URLENCODED.test(req.get('Content-Type') ?? ''))
    throw new PageError('badRequest');
  const fields = new Map<string, string[]>();
  for (const pair of (await readText(req, maxBytes)).split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : decode(pair.slice(at + 1));
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

/** Refuses fields that the form does not have, and a second value where there is one. */
export function takeFields<Rules extends FieldRules>(
  sent: SentFields,
  rules: Rules,
): Fields<Rules> {
  const known: FieldRules = { ...rules, ...HIDDEN };
  const isWanted = ([name, values]: readonly [string, readonly string[]]) =>
    Object.hasOwn(known, name) && (known[name] === 'many' || values.length === 1);
  if (![...sent].every(isWanted)) throw new PageError('badRequest');
  const entries = Object.entries(rules).map(([name, rule]) => {
    const values = sent.get(name) ?? [];
    return [name, rule === 'many' ? values : (values[0] ?? '')];
  });
  return Object.fromEntries(entries) as Fields<Rules>;
}

async function readText(req: Request, maxBytes: number): Promise<string> {
  const text = Buffer.from(await readBytes(req, maxBytes)).toString('latin1');
  if (!/^[!-~]*$/.test(text)) throw new PageError('badRequest');
  return text;
}

/** `URLSearchParams` would let broken escapes and broken UTF-8 through. */
function decode(escaped: string): string {
  const text = decodeOrRefuse(escaped.replaceAll('+', ' ')).replaceAll('\r\n', '\n');
  if (NOT_TEXT.test(text)) throw new PageError('badRequest');
  return text;
}

function decodeOrRefuse(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    throw new PageError('badRequest');
  }
}
