/** One POST to the provider that knows whether the request can have been written. */

import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** Largest answer read, in characters; Twilio's own are about 1,000. */
const MAX_ANSWER = 65_536;

/** Idle connections go before Twilio's side drops them, since a send on a dropped one has no known end. 4 s. */
const IDLE_SOCKET_MS = 4_000;

export interface ProviderRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The deadline. */
  readonly signal: AbortSignal;
}

export interface ProviderAnswer {
  readonly status: number;
  readonly body: string;
}

/** No answer. Holds nothing of the request, and no cause that would. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(
    /** False only when no byte of the request can have left. */
    readonly mayHaveArrived: boolean,
  ) {
    super(mayHaveArrived ? 'no answer' : 'no connection');
  }
}

/** Connections to the provider, apart from everybody else's: certificates checked, redirects not followed. */
export class Transport {
  readonly #agents: { readonly secure: https.Agent; readonly plain: http.Agent };

  constructor(maxSockets: number) {
    const options = { keepAlive: true, maxSockets, timeout: IDLE_SOCKET_MS };
    this.#agents = { secure: new https.Agent(options), plain: new http.Agent(options) };
  }

  /**
   * Answers whatever status came, as soon as it cannot change: an error answer that breaks off is still
   * one. Rejects with `NoAnswerError` alone. Nothing is repeated.
   */
  post(request: ProviderRequest): Promise<ProviderAnswer> {
    return new Promise((resolve, reject) => {
      let mayHaveArrived = false;
      let isAnswered = false;
      const sent = this.#open(request);
      sent.on('socket', (socket) => {
        onceWritable(socket, sent, () => (mayHaveArrived = true));
      });
      sent.on('error', () => {
        if (!isAnswered) reject(new NoAnswerError(mayHaveArrived));
      });
      sent.on('response', (response) => {
        isAnswered = true;
        readAnswer(response).then(resolve, () => {
          reject(new NoAnswerError(true));
        });
      });
      sent.end(request.body);
    });
  }

  close(): void {
    this.#agents.secure.destroy();
    this.#agents.plain.destroy();
  }

  #open({ url, headers, signal }: ProviderRequest): http.ClientRequest {
    const options = { method: 'POST', headers, signal };
    return url.protocol === 'https:'
      ? https.request(url, { ...options, agent: this.#agents.secure })
      : http.request(url, { ...options, agent: this.#agents.plain });
  }
}

/** A new connection carries nothing before it stands, with TLS not before the certificate was checked. */
function onceWritable(socket: Socket, sent: http.ClientRequest, note: () => void): void {
  if (sent.reusedSocket || !socket.connecting) note();
  else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', note);
}

/** The body as far as it can be had; empty when an error answer broke off or is too long. */
function readAnswer(response: http.IncomingMessage): Promise<ProviderAnswer> {
  const status = response.statusCode ?? 0;
  return new Promise((resolve, reject) => {
    let body = '';
    const giveUp = (): void => {
      if (status >= 300) resolve({ status, body: '' });
      else reject(new NoAnswerError(true));
    };
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      body += chunk;
      if (body.length > MAX_ANSWER) response.destroy();
    });
    response.on('end', () => {
      resolve({ status, body });
    });
    response.on('error', giveUp);
    response.on('close', giveUp);
  });
}
