/** A TCP proxy that tests put before Redis or PostgreSQL to lose replies, refuse, hang and come back. */

import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** Passes everything on again. */
  restore(): void;
  /** Cuts what is open and passes on to another server from now on. */
  retarget(port: number): void;
  /** Cuts what is open and refuses what comes. */
  refuse(): void;
  /** Accepts and passes nothing on, in either direction. */
  hang(): void;
  /**
   * Passes requests on until one holds `marker`; its reply is thrown away and the connection cut. The
   * server has done the work, the caller never hears of it. Resolves when that has happened.
   */
  loseReplyTo(marker: string): Promise<void>;
  close(): Promise<void>;
}

type Mode = 'pass' | 'refuse' | 'hang';

export async function startTcpProxy(target: number): Promise<TcpProxy> {
  let targetPort = target;
  let mode: Mode = 'pass';
  let trap: { marker: Buffer; sprung: () => void } | undefined;
  const pairs = new Set<readonly [Socket, Socket]>();

  const cutAll = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };

  const server = createServer((client) => {
    if (mode === 'refuse') {
      client.destroy();
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1');
    const pair = [client, upstream] as const;
    pairs.add(pair);
    let loses: (() => void) | undefined;
    client.on('data', (data) => {
      if (mode === 'hang') return;
      if (trap && data.includes(trap.marker)) {
        loses = trap.sprung;
        trap = undefined;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (mode === 'hang') return;
      if (!loses) {
        client.write(data);
        return;
      }
      client.destroy();
      upstream.destroy();
      loses();
    });
    for (const [socket, other] of [pair, [upstream, client] as const]) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    restore: () => {
      mode = 'pass';
    },
    retarget: (next) => {
      targetPort = next;
      cutAll();
    },
    refuse: () => {
      mode = 'refuse';
      cutAll();
    },
    hang: () => {
      mode = 'hang';
    },
    loseReplyTo: (marker) =>
      new Promise((sprung) => {
        trap = { marker: Buffer.from(marker), sprung };
      }),
    close: () =>
      new Promise((resolve) => {
        cutAll();
        server.close(() => {
          resolve();
        });
      }),
  };
}
