/** Reads query parameters, each at most once (R105). */

import type { Request } from 'express';

import { invalid } from '../app/errors.js';
import { pointerOf } from './parse.js';

/** As name and value; unknown names are the schema's to refuse. */
export function readQuery(req: Request): Record<string, string> {
  const start = req.url.indexOf('?');
  const found = new Map<string, string>();
  if (start >= 0) {
    for (const [name, value] of new URLSearchParams(req.url.slice(start + 1))) {
      if (found.has(name)) throw invalid(pointerOf('query', [name]), 'is given twice');
      found.set(name, value);
    }
  }
  return Object.fromEntries(found);
}
