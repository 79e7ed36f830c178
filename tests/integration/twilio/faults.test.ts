/** A provider that fails on the wire: what may have arrived is unknown, what cannot have is unavailable. */

import { createServer } from 'node:net';

import nock from 'nock';

import { closed, listenOnLoopback } from '../../support/loopback.js';
import { MESSAGES_PATH, smsMessage, twilioSender } from '../../support/twilio.js';
import {
  accept,
  answer,
  startTwilioStandIn,
  type Behaviour,
  type TwilioStandIn,
} from '../../support/twilio-stand-in.js';

const UNKNOWN = { kind: 'unknown' };
const NO_CONNECTION = { kind: 'unavailable', cause: 'connection', providerCode: null };
const SERVER_FAULT = { kind: 'unavailable', cause: 'server', providerCode: null };

let standIn: TwilioStandIn;
// Real sockets on loopback alone; nock would give every request a connection of its own.
beforeAll(() => nock.restore());
beforeEach(async () => {
  standIn = await startTwilioStandIn();
});
afterEach(() => standIn.close());

/** Sends once to the stand-in while it behaves like this. */
async function sendTo(behaviour: Behaviour, deadlineMs = 5_000): Promise<unknown> {
  standIn.behave(behaviour);
  const sender = twilioSender({ deadlineMs }, standIn.url);
  const outcome = await sender.send(smsMessage());
  sender.close();
  return outcome;
}

/** A loopback port that speaks whatever `onData` does instead of HTTP. */
async function startRaw(onData: (write: (bytes: string) => void, destroy: () => void) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () =>
      onData(
        (bytes) => socket.write(bytes),
        () => socket.destroy(),
      ),
    );
  });
  return { port: await listenOnLoopback(server), close: () => closed(server) };
}

describe('R045: a send that may have arrived is unknown and made once', () => {
  test('the answer never comes', async () => {
    expect(await sendTo(() => undefined, 500)).toEqual(UNKNOWN);
    expect(standIn.messages).toHaveLength(1);
  });

  test('the answer never ends', async () => {
    expect(
      await sendTo((response) => {
        response.writeHead(201, { 'content-length': 100 });
        response.write('{"sid":');
      }, 500),
    ).toEqual(UNKNOWN);
    expect(standIn.messages).toHaveLength(1);
  });

  test('the connection is reset instead of an answer', async () => {
    expect(await sendTo((response) => response.socket?.resetAndDestroy())).toEqual(UNKNOWN);
    expect(standIn.messages).toHaveLength(1);
  });

  test('the connection breaks within a 201', async () => {
    expect(
      await sendTo((response) => {
        response.writeHead(201, { 'content-length': 100 });
        response.write('{"sid":', () => response.socket?.destroy());
      }),
    ).toEqual(UNKNOWN);
    expect(standIn.messages).toHaveLength(1);
  });

  test('the answer is not HTTP', async () => {
    const raw = await startRaw((write) => write('SSH-2.0-OpenSSH_9.2\r\n\r\n'));
    const sender = twilioSender({}, `http://127.0.0.1:${String(raw.port)}`);
    expect(await sender.send(smsMessage())).toEqual(UNKNOWN);
    sender.close();
    await raw.close();
  });

  test('a 201 of a megabyte is not read to its end', async () => {
    expect(await sendTo(answer(201, `{"sid":"SM1","pad":"${'x'.repeat(1_000_000)}"}`))).toEqual(
      UNKNOWN,
    );
  });
});

describe('R114: where no byte can have left, the provider is unavailable', () => {
  test('the connection is refused', async () => {
    await standIn.close();
    expect(await sendTo(accept)).toEqual(NO_CONNECTION);
  });

  test('the name does not resolve', async () => {
    // RFC 6761 section 6.4: names below `invalid` never do.
    const sender = twilioSender({ deadlineMs: 2_000 }, 'http://twilio.invalid');
    expect(await sender.send(smsMessage())).toEqual(NO_CONNECTION);
    sender.close();
  });

  test('TLS fails', async () => {
    const raw = await startRaw((write, destroy) => {
      write('HTTP/1.1 400 Bad Request\r\n\r\n');
      destroy();
    });
    const sender = twilioSender({}, `https://127.0.0.1:${String(raw.port)}`);
    expect(await sender.send(smsMessage())).toEqual(NO_CONNECTION);
    await raw.close();
  });

  test('the TLS handshake hangs until the deadline', async () => {
    let drop = (): void => undefined;
    const raw = await startRaw((_write, destroy) => (drop = destroy));
    const sender = twilioSender({ deadlineMs: 500 }, `https://127.0.0.1:${String(raw.port)}`);
    expect(await sender.send(smsMessage())).toEqual(NO_CONNECTION);
    drop();
    await raw.close();
  });
});

describe('R114: an error answer is one, however badly it is told', () => {
  test('a redirect is not followed', async () => {
    const target = `${standIn.url}/elsewhere`;
    expect(await sendTo(answer(307, '', { location: target }))).toEqual(SERVER_FAULT);
    expect(standIn.messages.map(({ path }) => path)).toEqual([MESSAGES_PATH]);
  });

  test('an HTML 502', async () => {
    expect(await sendTo(answer(502, '<html>', { 'content-type': 'text/html' }))).toEqual(
      SERVER_FAULT,
    );
  });

  test('a 503 that breaks off', async () => {
    expect(
      await sendTo((response) => {
        response.writeHead(503, { 'content-length': 100 });
        response.write('x', () => response.socket?.destroy());
      }),
    ).toEqual(SERVER_FAULT);
  });

  test('a 503 that never ends', async () => {
    expect(
      await sendTo((response) => {
        response.writeHead(503, { 'content-length': 100 });
        response.write('x');
      }, 500),
    ).toEqual(SERVER_FAULT);
  });
});

test('after any fault the next send goes out again', async () => {
  const sender = twilioSender({ deadlineMs: 1_000 }, standIn.url);
  standIn.behave((response) => response.socket?.destroy());
  expect(await sender.send(smsMessage())).toEqual(UNKNOWN);
  standIn.behave();
  expect(await sender.send(smsMessage())).toMatchObject({ kind: 'accepted' });
  sender.close();
});

test('connections are kept and used again', async () => {
  const ports = new Set<number | undefined>();
  standIn.behave((response) => {
    ports.add(response.socket?.remotePort);
    accept(response);
  });
  const sender = twilioSender({}, standIn.url);
  for (let n = 0; n < 5; n += 1) await sender.send(smsMessage());
  expect([standIn.messages.length, ports.size]).toEqual([5, 1]);
  sender.close();
});
