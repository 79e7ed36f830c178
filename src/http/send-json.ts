/** Writes one JSON answer: its length and type, and nothing that has to be worked out for each request. */

import type { ServerResponse } from 'node:http';

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
  const bytes = Buffer.from(JSON.stringify(body));
  res.statusCode = status;
  res.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
  res.setHeader('Content-Length', bytes.byteLength);
  res.end(bytes);
}
