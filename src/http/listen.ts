/** Opens a listener with time limits on slow callers, and closes it without cutting anybody off. */

import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { PROBLEM_TYPE_BASE, PROBLEMS } from './problem.js';

export interface ListenOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
}

export interface Listener {
  readonly address: AddressInfo;
  readonly server: Server;
  /**
   * Stops accepting, lets requests in flight finish and closes idle connections; whatever is left
   * after `graceMs` is cut. Repeatable.
   */
  close(graceMs: number): Promise<void>;
}

/** Slow callers are cut off (R105). Milliseconds. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  /** Longer than the 60 s that load balancers keep idle connections, so that they close first. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  /** Bytes. */
  maxHeaderSize: 16 * 1_024,
};

export async function listen(app: RequestListener, options: ListenOptions): Promise<Listener> {
  const server = createServer(LIMITS, app);
  server.on('clientError', answerUnreadable);
  const { endConnections } = trackAnswers(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP listener');
  const closeGently = (graceMs: number) => {
    endConnections();
    return close(server, graceMs);
  };
  return { address, server, close: closeGently };
}

/** How often connections that fell idle while closing are looked for. Milliseconds. */
const SWEEP_MS = 50;

/** Tells callers whose answer is still to come that their connection ends with it. */
function trackAnswers(server: Server): { readonly endConnections: () => void } {
  const pending = new Set<ServerResponse>();
  let isEnding = false;
  const end = (res: ServerResponse) => {
    if (!res.headersSent) res.setHeader('Connection', 'close');
  };
  server.prependListener('request', (_req, res) => {
    pending.add(res);
    res.once('close', () => pending.delete(res));
    if (isEnding) end(res);
  });
  return {
    endConnections: () => {
      isEnding = true;
      pending.forEach(end);
    },
  };
}

async function close(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(sweep);
  clearTimeout(cut);
}

/**
 * Nobody is there any more, or the request did not arrive in time. No answer at all: callers repeat then,
 * and on a busy machine the request may have been whole and only not been read yet.
 */
const CUT_OFF = new Set(['ECONNRESET', 'ERR_HTTP_REQUEST_TIMEOUT']);

/** What Node's parser refuses never reaches Express: broken HTTP, huge headers, requests that do not end. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (CUT_OFF.has(error.code ?? '') || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'payload_too_large' : 'invalid_request';
  const { status, title } = PROBLEMS[code];
  const body = JSON.stringify({ type: PROBLEM_TYPE_BASE + code, title, status, code });
  socket.end(
    [
      `HTTP/1.1 ${status} ${status === 400 ? 'Bad Request' : 'Content Too Large'}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
