/** Ports of this machine for the servers that tests start. */

import { createServer, type AddressInfo, type Server } from 'node:net';

/** Listens on any free port of loopback and answers which. Also takes HTTP servers. */
export async function listenOnLoopback(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Resolves once the last connection is gone. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** For a process that is told its port; free until somebody takes it. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await closed(server);
  return port;
}
