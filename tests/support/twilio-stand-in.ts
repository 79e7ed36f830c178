/** A stand-in for Twilio on loopback: records every message form and answers, or misbehaves, as told. */

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { closed, listenOnLoopback } from './loopback.js';

/** One POST as it came in. */
export interface ReceivedMessage {
  /** The decoded form: `To`, `Body`, `From` or `MessagingServiceSid`, `ValidityPeriod`, … */
  readonly form: Readonly<Record<string, string>>;
  readonly path: string;
  /** The user of the basic authentication. */
  readonly user: string;
  readonly headers: IncomingMessage['headers'];
  /** How it is named where it is accepted; a call's begins with CA. */
  readonly sid: string;
}

/** Answers one message; leave the response open to hang, destroy its socket to reset. */
export type Behaviour = (response: ServerResponse, message: ReceivedMessage) => void;

export interface TwilioStandIn {
  /** For `TWILIO_API_URL`. */
  readonly url: string;
  /** Everything received, oldest first. */
  readonly messages: readonly ReceivedMessage[];
  /** From now on; `accept` again by calling it without one. */
  behave(behaviour?: Behaviour): void;
  /** Drops open connections too. */
  close(): Promise<void>;
}

export async function startTwilioStandIn(): Promise<TwilioStandIn> {
  const messages: ReceivedMessage[] = [];
  let behaviour: Behaviour = accept;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const message = received(request, body);
      messages.push(message);
      behaviour(response, message);
    });
  });
  const port = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    messages,
    behave: (next = accept) => (behaviour = next),
    close: () => {
      const isClosed = closed(server);
      server.closeAllConnections();
      return isClosed;
    },
  };
}

/** 201 with a fresh SID, as Twilio does. */
export function accept(response: ServerResponse, message = { sid: newSid('SM') }): void {
  answer(201, { sid: message.sid, status: 'queued' })(response);
}

function newSid(kind: 'SM' | 'CA'): string {
  return kind + randomBytes(16).toString('hex');
}

/** An error of Twilio's, which repeats the number as the real one does (T34). */
export function refuse(status: number, code: number): Behaviour {
  return (response, { form }) => {
    const message = `The 'To' number ${form['To'] ?? ''} is not valid: ${form['Body'] ?? ''}`;
    answer(status, {
      code,
      message,
      status,
      more_info: `https://www.twilio.com/docs/errors/${String(code)}`,
    })(response);
  };
}

/** Any answer; an object goes out as JSON. */
export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): (response: ServerResponse) => void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...headers,
    });
    response.end(text);
  };
}

function received(request: IncomingMessage, body: string): ReceivedMessage {
  const basic = Buffer.from(
    request.headers.authorization?.replace('Basic ', '') ?? '',
    'base64',
  ).toString();
  return {
    form: Object.fromEntries(new URLSearchParams(body)),
    path: request.url ?? '',
    user: basic.split(':', 1)[0] ?? '',
    headers: request.headers,
    sid: newSid(request.url?.endsWith('/Calls.json') ? 'CA' : 'SM'),
  };
}
