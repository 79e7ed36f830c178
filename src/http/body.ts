/** Reads a request's body: small, JSON, UTF-8, uncompressed, or refused (R105). */

import express, { type Request, type RequestHandler, type Response } from 'express';

import { RefusalError, invalid } from '../app/errors.js';
import { parseStrictJson } from './strict-json.js';

/** 16 kB: the largest body of ours is a tenth of it. */
const MAX_BODY_BYTES = 16 * 1_024;

const JSON_IN_UTF8 = /^application\/json(?:\s*;\s*charset=(?:utf-8|"utf-8"))?\s*$/i;

function rawReader(limit: number): RequestHandler {
  return express.raw({ type: () => true, limit, inflate: false });
}

const readRaw = rawReader(MAX_BODY_BYTES);

/** What an operation does with a body. */
export type BodyRule = 'required' | 'optional' | 'none';

export interface BodySpec {
  readonly bodyRule: BodyRule;
  readonly maxBodyBytes?: number;
}

/** The parsed body; an empty object where none came and none is required. */
export async function readBody(req: Request, res: Response, spec: BodySpec): Promise<unknown> {
  const { bodyRule: rule, maxBodyBytes } = spec;
  if (!hasBody(req)) {
    if (rule === 'required') throw invalid('#', 'is required');
    return {};
  }
  if (rule === 'none') throw invalid('#', 'is not expected here');
  if (!JSON_IN_UTF8.test(req.get('Content-Type') ?? ''))
    throw new RefusalError('unsupported_media_type');
  const read = maxBodyBytes === undefined ? readRaw : rawReader(maxBodyBytes);
  return parseStrictJson(await readBytes(req, res, read));
}

/** RFC 9112 section 6.3: a request has a body when one of the two headers says so. */
function hasBody(req: Request): boolean {
  if (req.headers['transfer-encoding'] !== undefined) return true;
  const length = req.headers['content-length'];
  return length !== undefined && length !== '0';
}

async function readBytes(req: Request, res: Response, read: RequestHandler): Promise<Uint8Array> {
  await new Promise<void>((resolve, reject) => {
    read(req, res, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new TypeError('the body reader failed'));
    });
  });
  const body: unknown = req.body;
  return Buffer.isBuffer(body) ? body : new Uint8Array();
}
