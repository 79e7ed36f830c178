/** The listener cuts off what never ends, answers what is no HTTP, and closes without losing an answer. */

import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

import { listen } from '../../src/http/listen.js';
import { PENDING } from '../support/fake-use-cases.js';
import { CREDENTIAL, startApi, type Api } from '../support/http.js';

/** Writes raw bytes and reads until the other side closes. */
async function exchange(api: Api, bytes: string): Promise<string> {
  const socket = connect(api.listener.address.port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = closeOf(socket);
  socket.write(bytes);
  await closed;
  return Buffer.concat(chunks).toString('utf8');
}

/** However it comes: a connection that is cut ends with an error first. */
function closeOf(socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
}

function bodyOf(raw: string): unknown {
  return JSON.parse(raw.slice(raw.indexOf('\r\n\r\n') + 4));
}

describe('the listener', () => {
  it('R105: gives slow callers no more than a few seconds', async () => {
    const api = await startApi();
    const { headersTimeout, requestTimeout, maxRequestsPerSocket } = api.listener.server;
    expect(headersTimeout).toBe(5_000);
    expect(requestTimeout).toBe(10_000);
    expect(maxRequestsPerSocket).toBe(0);
    await api.stop();
  });

  it('R105: cuts off a caller whose body never ends', async () => {
    const api = await startApi();
    api.listener.server.requestTimeout = 1;
    api.listener.server.headersTimeout = 1;
    const raw = await exchange(
      api,
      `POST /v1/challenges HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${CREDENTIAL}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{',
    );
    // No answer: one that says "bad request" would keep a caller from repeating it.
    expect(raw).toBe('');
    await api.stop();
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 413],
  ])('R106: tells %s as a problem', async (_name, bytes, status) => {
    const api = await startApi();
    const raw = await exchange(api, bytes);
    expect(raw).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(raw).toContain('application/problem+json');
    expect(bodyOf(raw)).toMatchObject({ status });
    await api.stop();
  });

  it('rejects when its port is taken', async () => {
    const api = await startApi();
    const { port } = api.listener.address;
    const again = listen(() => undefined, { host: '127.0.0.1', port });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await api.stop();
  });
});

describe('closing the listener', () => {
  it('R118: finishes what is in flight, ends its connection and takes nothing new', async () => {
    let finish: (answer: typeof PENDING) => void = () => undefined;
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const api = await startApi({
      useCases: {
        getChallenge: () => {
          begun();
          return new Promise((resolve) => {
            finish = resolve;
          });
        },
      },
    });
    const { port } = api.listener.address;
    const agent = new Agent({ keepAlive: true });
    const headers = { Authorization: `Bearer ${CREDENTIAL}` };
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      path: '/v1/challenges/x',
      headers,
      agent,
    });
    const answered = once(request, 'response');
    request.end();
    await started;
    const closed = api.listener.close(60_000);
    await expect(exchangeRefused(port)).resolves.toBe('ECONNREFUSED');
    finish(PENDING);
    const [response] = (await answered) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(response.headers.connection).toBe('close');
    await closed;
    agent.destroy();
  });

  it('closes idle connections at once and cuts what outlasts the grace', async () => {
    const api = await startApi({ useCases: { getChallenge: () => new Promise(() => undefined) } });
    const idle = connect(api.listener.address.port, '127.0.0.1');
    const busy = connect(api.listener.address.port, '127.0.0.1');
    const ends = [idle, busy].map(closeOf);
    await Promise.all([once(idle, 'connect'), once(busy, 'connect')]);
    busy.write(
      `GET /v1/challenges/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${CREDENTIAL}\r\n\r\n`,
    );
    await api.listener.close(100);
    await Promise.all(ends);
    expect([idle.destroyed, busy.destroyed]).toEqual([true, true]);
    await expect(api.listener.close(0)).resolves.toBeUndefined();
  });
});

async function exchangeRefused(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const [error] = (await once(socket, 'error').catch((reason: unknown) => [reason])) as [
    NodeJS.ErrnoException,
  ];
  return error.code ?? '';
}
