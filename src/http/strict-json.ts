/** Reads a JSON body that means one thing only: no duplicate, prototype or bottomless members (R105). */

import { isUtf8 } from 'node:buffer';

import { visit } from 'jsonc-parser';

import { invalid } from '../app/errors.js';

/** Deeper than any body of ours by far. */
const MAX_DEPTH = 8;

/** Names that other programs downstream may take for the object's own machinery. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Throws `invalid_request` for whatever is not one plain JSON value in UTF-8. */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  if (!isPlainlyFlat(text, value)) refuseAmbiguity(text);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    refuseAmbiguity(text);
    throw invalid('#', 'is not valid JSON');
  }
}

/**
 * Most bodies are one flat object: with as many names before a colon as the object has members, none can
 * stand twice, and the walk below is not needed. A colon within a text only sends it there.
 */
function isPlainlyFlat(text: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value);
  const isFlat = members.every(([name, it]) => typeof it !== 'object' && !PROTOTYPE_KEYS.has(name));
  return isFlat && members.length === (text.match(/"\s*:/g)?.length ?? 0);
}

function decode(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw invalid('#', 'is not valid UTF-8');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Walks the text before it is parsed, because parsing keeps the last of two equal names without a word. */
function refuseAmbiguity(text: string): void {
  const open: Set<string>[] = [];
  const enter = () => {
    if (open.push(new Set()) > MAX_DEPTH) throw invalid('#', 'is nested too deeply');
  };
  const leave = () => {
    open.pop();
  };
  visit(text, {
    onObjectBegin: enter,
    onObjectEnd: leave,
    onArrayBegin: enter,
    onArrayEnd: leave,
    // eslint-disable-next-line max-params -- the visitor's own signature
    onObjectProperty: (name, _offset, _length, _line, _character, pathSupplier) => {
      const names = open.at(-1);
      const pointer = () => toPointer([...pathSupplier(), name]);
      if (PROTOTYPE_KEYS.has(name)) throw invalid(pointer(), 'holds a name that is not allowed');
      if (names?.has(name)) throw invalid(pointer(), 'holds the same name twice');
      names?.add(name);
    },
  });
}

/** Names that can be shown back as they are: short, plain, and no place for a number or a code. */
const SHOWN_NAME = /^(?!.*[0-9]{4})[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/** A JSON pointer (RFC 6901) as a URI fragment; stops above a member whose name is not shown back. */
export function toPointer(path: readonly PropertyKey[]): string {
  const shown: string[] = [];
  for (const segment of path) {
    const isShown =
      typeof segment === 'number' || (typeof segment === 'string' && SHOWN_NAME.test(segment));
    if (!isShown) break;
    shown.push(String(segment));
  }
  return shown.length === 0 ? '#' : `#/${shown.join('/')}`;
}
