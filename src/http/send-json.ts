/** Writes one JSON answer with all of its headers, and nothing that has to be worked out for each request. */

import type { ServerResponse } from 'node:http';

import { stateOf } from './request-state.js';
import { API_HEADER_LIST } from './security-headers.js';

export interface JsonAnswer {
  readonly status: number;
  readonly mediaType: 'application/json' | 'application/problem+json';
}

/** Express's own `send` looks for a fresh cache and a charset that no answer of ours can have. */
export function sendJson(
  res: ServerResponse,
  { status, mediaType }: JsonAnswer,
  body: object,
): void {
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  const own = ['Content-Type', `${mediaType}; charset=utf-8`, 'Content-Length', length];
  res.writeHead(status, headersOf(res, own));
  res.end(text);
}

/** An answer that is all in its status, such as 204; its headers are those of every other. */
export function sendEmpty(res: ServerResponse, status: number): void {
  res.writeHead(status, headersOf(res, []));
  res.end();
}

function headersOf(res: ServerResponse, own: readonly string[]): string[] {
  return API_HEADER_LIST.concat('X-Request-Id', stateOf(res).requestId, own);
}
