/** How a command reaches the service that has the data folder open: HTTP over a socket of its owner's. */

import { chmodSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';

import { z } from 'zod';

import { CommandError } from './command.js';
import { explain } from './explain.js';
import type { Operator } from './operator.js';
import { COMMANDS } from './registry.js';

const asked = z.strictObject({
  command: z.string(),
  input: z.record(z.string(), z.union([z.string(), z.boolean()])),
});
export type ControlRequest = z.output<typeof asked>;

const answered = z.union([
  z.strictObject({
    output: z.strictObject({ json: z.string(), text: z.string(), exitCode: z.number() }),
  }),
  z.strictObject({ error: z.strictObject({ message: z.string(), isUsage: z.boolean() }) }),
]);
export type ControlAnswer = z.output<typeof answered>;

/** A company list of a few thousand; the socket is its owner's alone. */
const MAX_REQUEST = 10 * 1_024 * 1_024;

export interface ControlServer {
  close(graceMs: number): Promise<void>;
}

/** The caller holds the data folder's lock and has removed a socket that was left behind. */
export async function listenControl(path: string, operator: Operator): Promise<ControlServer> {
  const server = createServer((req, res) => {
    answer(req, operator)
      .catch((error: unknown): ControlAnswer => ({ error: explain(error) }))
      .then((reply) => res.end(JSON.stringify(reply)))
      .catch(() => res.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answer(req: IncomingMessage, operator: Operator): Promise<ControlAnswer> {
  const { command: name, input } = asked.parse(JSON.parse(await readAll(req)));
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) throw new Error('an unknown command');
  const output = await command.execute(operator, input);
  await operator.applied();
  return { output };
}

const ENDED = 'the running service ended before it answered: look whether it was done';

/** Undefined when no service listens there. Throws `CommandError` when it ended meanwhile. */
export async function askRunning(
  path: string,
  wanted: ControlRequest,
): Promise<ControlAnswer | undefined> {
  const body = await new Promise<string | undefined>((resolve, reject) => {
    const sent = request({ socketPath: path, method: 'POST', path: '/' }, (res) => {
      readAll(res).then(resolve, reject);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else reject(error.code === 'ECONNRESET' ? new CommandError(ENDED) : error);
    });
    sent.end(JSON.stringify(wanted));
  });
  return body === undefined ? undefined : answered.parse(JSON.parse(body));
}

async function readAll(stream: IncomingMessage): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.length > MAX_REQUEST) throw new Error('too large');
  }
  return text;
}
