/** A TCP proxy before PostgreSQL that can swallow one reply, or stop answering. */

import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface PostgresProxy {
  /** The same database through the proxy. */
  readonly url: string;
  /** Passes the next request that contains `text` on, and cuts the connection instead of the reply. */
  loseReplyTo(text: string): void;
  /** How many replies were swallowed. */
  readonly lost: () => number;
  /** From now on nothing comes back, on any connection; `false` heals it. */
  stall(isStalled: boolean): void;
  /** Refuses new connections and cuts those there are; `false` heals it. */
  down(isDown: boolean): void;
  close(): Promise<void>;
}

export async function startPostgresProxy(target: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let needle: string | null = null;
  let lost = 0;
  let isStalled = false;
  let isDown = false;

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let dropNext = false;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    if (isDown) cut();
    client.on('data', (chunk) => {
      if (needle !== null && chunk.includes(needle)) {
        needle = null;
        dropNext = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (dropNext) {
        lost += 1;
        cut();
      } else if (!isStalled) {
        client.write(chunk);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);

  return {
    url: url.href,
    loseReplyTo: (text) => {
      needle = text;
    },
    lost: () => lost,
    stall: (value) => {
      isStalled = value;
    },
    down: (value) => {
      isDown = value;
      if (value) for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
