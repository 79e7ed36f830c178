/** Reads a request's body: small, JSON, UTF-8, uncompressed, or refused (R105). */

import type { Request } from 'express';

import { RefusalError, invalid } from '../app/errors.js';
import { parseStrictJson } from './strict-json.js';

/** 16 kB: the largest body of ours is a tenth of it. */
const MAX_BODY_BYTES = 16 * 1_024;

const JSON_IN_UTF8 = /^application\/json(?:\s*;\s*charset=(?:utf-8|"utf-8"))?\s*$/i;

const IDENTITY = /^identity$/i;

/** What an operation does with a body. */
export type BodyRule = 'required' | 'optional' | 'none';

export interface BodySpec {
  readonly bodyRule: BodyRule;
  readonly maxBodyBytes?: number;
}

/** The parsed body; an empty object where none came and none is required. */
export async function readBody(req: Request, spec: BodySpec): Promise<unknown> {
  const { bodyRule: rule, maxBodyBytes = MAX_BODY_BYTES } = spec;
  if (!hasBody(req)) {
    if (rule === 'required') throw invalid('#', 'is required');
    return {};
  }
  if (rule === 'none') throw invalid('#', 'is not expected here');
  if (!JSON_IN_UTF8.test(req.get('Content-Type') ?? ''))
    throw new RefusalError('unsupported_media_type');
  if (!IDENTITY.test(req.get('Content-Encoding') ?? 'identity'))
    throw new RefusalError('unsupported_media_type');
  return parseStrictJson(await readBytes(req, maxBodyBytes));
}

/** RFC 9112 section 6.3: a request has a body when one of the two headers says so. */
function hasBody(req: Request): boolean {
  if (req.headers['transfer-encoding'] !== undefined) return true;
  const length = req.headers['content-length'];
  return length !== undefined && length !== '0';
}

/**
 * The body as it came; throws `RefusalError` for more than `maxBytes` and for what did not arrive whole.
 * Too much is read to its end and thrown away: whoever is still sending would miss the answer.
 */
export function readBytes(req: Request, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let received = 0;
    req.on('data', (chunk: Uint8Array) => {
      received += chunk.byteLength;
      if (received <= maxBytes) chunks.push(chunk);
    });
    req.once('end', () => {
      if (received <= maxBytes) resolve(Buffer.concat(chunks));
      else reject(new RefusalError('payload_too_large'));
    });
    req.once('close', () => {
      if (!req.readableEnded) reject(invalid('#', 'did not arrive whole'));
    });
  });
}
