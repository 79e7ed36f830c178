/** One HTTP exchange over a bare socket: nock's patched client refuses some methods and rewrites headers. */

import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks for the connection to be closed, so that the answer ends with it. */
export async function exchange(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method, path, headers, body = '' } = request;
  const lines = Object.entries({ Host: 'localhost', ...headers, Connection: 'close' }).flatMap(
    ([name, value]) => [value].flat().map((each) => `${name}: ${each}`),
  );
  const head = [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
  const isChunked = headers['Transfer-Encoding'] === 'chunked';
  const received = await talk(port, [Buffer.from(head), isChunked ? chunked(body) : body]);
  return parseAnswer(received);
}

function chunked(body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body);
  const size = `${bytes.length.toString(16)}\r\n`;
  return Buffer.concat([Buffer.from(size), bytes, Buffer.from('\r\n0\r\n\r\n')]);
}

/** Rejects when the connection fails before a byte of an answer came. */
function talk(port: number, parts: readonly (string | Uint8Array)[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (error) => {
      if (chunks.length === 0) reject(error);
    });
    socket.on('close', () => resolve(Buffer.concat(chunks)));
    for (const part of parts) socket.write(part);
  });
}

function parseAnswer(received: Buffer): RawAnswer {
  const end = received.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers: IncomingHttpHeaders = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const text = received.subarray(end + 4).toString('utf8');
  return { status: Number(statusLine.split(' ')[1]), headers, text };
}
