/** The demo's login service: the reference for integrators, a process of its own beside an embedded Assay. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { PACKAGE_ROOT } from '../config/load.js';
import type { Demo } from './demo.js';

const PROGRAM = join(PACKAGE_ROOT, 'examples/login-service/server.mjs');
/** Ends the program with the process that started it, however that ended. */
const END_WITH_PARENT = "data:text/javascript,process.on('disconnect',()=>process.exit())";
const USUAL_PORT = 8_090;
const LOOPBACK = '127.0.0.1';

export interface DemoLogin {
  readonly url: string;
  close(): Promise<void>;
}

/** The usual port where it is free, so that a bookmark and the registered return address stay. */
export async function demoLoginUrl(): Promise<string> {
  const port = (await tryPort(USUAL_PORT)) ?? (await tryPort(0)) ?? USUAL_PORT;
  return `http://${LOOPBACK}:${port}`;
}

export const returnUrlOf = (loginUrl: string): string => `${loginUrl}/callback`;

/** Resolves when it listens; it knows nothing of this process but the address and the credential. */
export async function startDemoLogin(
  loginUrl: string,
  assayUrl: string,
  demo: Demo,
): Promise<DemoLogin> {
  const child = fork(PROGRAM, {
    execArgv: ['--import', END_WITH_PARENT],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PORT: new URL(loginUrl).port,
      OWN_URL: loginUrl,
      ASSAY_URL: assayUrl,
      ASSAY_CREDENTIAL: demo.credential,
      ASSAY_CLIENT_ID: demo.clientId,
      ASSAY_COMPANY: demo.companyId,
      ADMINISTRATOR: demo.administrator,
    },
  });
  const exited = once(child, 'exit');
  if (!child.stdout) throw new Error('a forked process without its output');
  const listening = once(createInterface(child.stdout), 'line').then(() => true);
  const isListening = await Promise.race([listening, exited.then(() => false)]);
  if (!isListening) throw new Error('the demo did not start');
  return {
    url: loginUrl,
    close: async () => {
      child.kill();
      await exited;
    },
  };
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
    const { port: found } = server.address() as AddressInfo;
    return found;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
