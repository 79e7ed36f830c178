/** A TCP proxy that tests put before Redis or PostgreSQL to lose, cut, delay, hold or refuse what passes. */

import { createServer, connect, type Socket } from 'node:net';

import { closed, listenOnLoopback } from './loopback.js';
import { TcpLane } from './tcp-lane.js';

export interface TcpProxy {
  readonly port: number;
  /** The same address, by way of the proxy. */
  through(url: string): string;
  /** Passes everything on again, also what was held; takes back traps that nothing has sprung. */
  restore(): void;
  /** Cuts what is open and passes on to another server from now on. */
  retarget(port: number): void;
  /** Cuts what is open and refuses what comes. */
  refuse(): void;
  /** Cuts what is open and lets it come back. */
  cut(): void;
  /** Accepts and passes nothing on, in either direction; what is sent meanwhile is lost. */
  hang(): void;
  /** Passes nothing on until `restore`, and then everything, in its order: a network that stood still. */
  hold(): void;
  /** Passes replies on this much later; `restore` ends it. */
  slow(ms: number): void;
  /** Passes requests on and no reply back. */
  mute(): void;
  /**
   * Passes requests on until one holds `marker`; its reply is thrown away and the connection cut. The
   * server has done the work, the caller never hears of it. Resolves when that has happened.
   */
  loseReplyTo(marker: string): Promise<void>;
  /** Cuts the next connection that is replied on, after so many bytes of the reply. Resolves then. */
  cutReplyAfter(bytes: number): Promise<void>;
  close(): Promise<void>;
}

type Mode = 'pass' | 'refuse' | 'hang' | 'hold' | 'mute';

interface Link {
  readonly client: Socket;
  readonly upstream: Socket;
  readonly lanes: readonly [TcpLane, TcpLane];
}

interface Traps {
  marker?: { readonly bytes: Buffer; readonly sprung: () => void } | undefined;
  cut?: { readonly bytes: number; readonly sprung: () => void } | undefined;
}

/** The port that a connection string names. */
export function portOf(url: string): number {
  return Number(new URL(url).port);
}

export async function startTcpProxy(target: number): Promise<TcpProxy> {
  let targetPort = target;
  let mode: Mode = 'pass';
  let delayMs = 0;
  let traps: Traps = {};
  const links = new Set<Link>();

  const cutAll = (): void => {
    for (const link of links) sever(link);
  };
  const heldMs = (): number => (mode === 'hold' ? Infinity : 0);

  const server = createServer((client) => {
    if (mode === 'refuse') {
      client.destroy();
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1');
    const link: Link = { client, upstream, lanes: [new TcpLane(upstream), new TcpLane(client)] };
    links.add(link);
    let loses: (() => void) | undefined;
    client.on('data', (data) => {
      if (mode === 'hang') return;
      if (traps.marker && data.includes(traps.marker.bytes)) {
        loses = traps.marker.sprung;
        traps = { ...traps, marker: undefined };
      }
      link.lanes[0].push(data, heldMs());
    });
    upstream.on('data', (data) => {
      if (mode === 'hang' || mode === 'mute') return;
      const { cut } = traps;
      if (loses) {
        sever(link);
        loses();
      } else if (cut) {
        traps = { ...traps, cut: undefined };
        client.write(data.subarray(0, cut.bytes), () => sever(link));
        cut.sprung();
      } else {
        link.lanes[1].push(data, Math.max(delayMs, heldMs()));
      }
    });
    for (const socket of [client, upstream]) {
      socket.on('error', () => sever(link));
      socket.on('close', () => {
        sever(link);
        links.delete(link);
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
      traps = {};
      for (const { lanes } of links) for (const lane of lanes) lane.release();
    },
    retarget: (next) => {
      targetPort = next;
      cutAll();
    },
    refuse: () => {
      mode = 'refuse';
      cutAll();
    },
    cut: cutAll,
    hang: () => {
      mode = 'hang';
    },
    hold: () => {
      mode = 'hold';
    },
    slow: (ms) => {
      delayMs = ms;
    },
    mute: () => {
      mode = 'mute';
    },
    loseReplyTo: (marker) =>
      new Promise((sprung) => {
        traps = { ...traps, marker: { bytes: Buffer.from(marker), sprung } };
      }),
    cutReplyAfter: (bytes) =>
      new Promise((sprung) => {
        traps = { ...traps, cut: { bytes, sprung } };
      }),
    close: () => {
      cutAll();
      return closed(server);
    },
  };
}

function sever({ client, upstream }: Link): void {
  client.destroy();
  upstream.destroy();
}
