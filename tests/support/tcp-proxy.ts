/** A TCP proxy that tests put before Redis or PostgreSQL to lose replies, refuse, hang and come back. */

import { createServer, connect, type Socket } from 'node:net';

import { closed, listenOnLoopback } from './loopback.js';

export interface TcpProxy {
  readonly port: number;
  /** The same address, by way of the proxy. */
  through(url: string): string;
  /** Passes everything on again. */
  restore(): void;
  /** Cuts what is open and passes on to another server from now on. */
  retarget(port: number): void;
  /** Cuts what is open and refuses what comes. */
  refuse(): void;
  /** Accepts and passes nothing on, in either direction. */
  hang(): void;
  /** Passes requests on and no reply back. */
  mute(): void;
  /** Passes replies on this much later; `restore` ends it. */
  slow(ms: number): void;
  /**
   * Passes requests on until one holds `marker`; its reply is thrown away and the connection cut. The
   * server has done the work, the caller never hears of it. Resolves when that has happened.
   */
  loseReplyTo(marker: string): Promise<void>;
  close(): Promise<void>;
}

type Mode = 'pass' | 'refuse' | 'hang' | 'mute';

/** The port that a connection string names. */
export function portOf(url: string): number {
  return Number(new URL(url).port);
}

export async function startTcpProxy(target: number): Promise<TcpProxy> {
  let targetPort = target;
  let mode: Mode = 'pass';
  let delayMs = 0;
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
      if (mode === 'hang' || mode === 'mute') return;
      if (!loses) {
        if (delayMs === 0) client.write(data);
        else setTimeout(() => client.write(data), delayMs).unref();
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
  const port = await listenOnLoopback(server);

  return {
    port,
    through: (url) => {
      const address = new URL(url);
      address.host = `127.0.0.1:${String(port)}`;
      return address.href;
    },
    restore: () => {
      mode = 'pass';
      delayMs = 0;
    },
    slow: (ms) => {
      delayMs = ms;
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
    mute: () => {
      mode = 'mute';
    },
    loseReplyTo: (marker) =>
      new Promise((sprung) => {
        trap = { marker: Buffer.from(marker), sprung };
      }),
    close: () => {
      cutAll();
      return closed(server);
    },
  };
}
