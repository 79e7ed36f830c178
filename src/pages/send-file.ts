/** Sends files: whole, or as they come. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Response } from 'express';

import type { PageAnswer } from './page.js';
import { IMMUTABLE } from './page-headers.js';

export function sendFile(res: Response, file: Extract<PageAnswer, { kind: 'file' }>): void {
  if (file.downloadAs !== undefined) saveAs(res, file.downloadAs);
  if (file.isImmutable === true) {
    res.set('Cache-Control', IMMUTABLE);
    res.removeHeader('Vary');
  }
  res.set('Content-Type', file.mediaType).set('Content-Length', String(file.bytes.byteLength));
  res.end(file.bytes);
}

/**
 * What fails before there is anything to send is thrown, and answered as an error page; what fails later
 * cuts the answer off, so that nobody takes half of a file for the whole. A reader who leaves ends the work.
 */
export async function sendStream(
  res: Response,
  { chunks, mediaType, downloadAs }: Extract<PageAnswer, { kind: 'stream' }>,
): Promise<void> {
  const rest = chunks[Symbol.asyncIterator]();
  const first = await rest.next();
  saveAs(res, downloadAs);
  res.set('Content-Type', mediaType);
  try {
    await pipeline(Readable.from(continued(first, rest), { highWaterMark: 1 }), res);
  } catch (error) {
    if (!hasReaderLeft(error)) throw error;
  }
}

async function* continued(
  first: IteratorResult<string>,
  rest: AsyncIterator<string>,
): AsyncIterable<string> {
  for (let each = first; each.done !== true; each = await rest.next()) yield each.value;
}

function hasReaderLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Letters, digits, dots and dashes: nothing that a header or a file system reads as anything else. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/;

function saveAs(res: Response, name: string): void {
  if (!FILE_NAME.test(name)) throw new TypeError('not a file name');
  res.set('Content-Disposition', `attachment; filename="${name}"`);
}
