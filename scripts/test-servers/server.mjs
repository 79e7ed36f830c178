/** Starts one server program on a free port and waits until it says that it is ready. */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const READY_WITHIN_MS = 60_000;
/** Another process may take a port between finding it free and using it. */
const PORT_TRIES = 5;
const KEPT_OUTPUT = 4_000;

/**
 * `argsFor(port)` gives the command line, `ready` is the text in the server's output that ends the wait.
 * Resolves to the child process and its port.
 */
export async function startServer({ command, argsFor, ready, spawnOptions }) {
  let failure;
  for (let tries = 0; tries < PORT_TRIES; tries += 1) {
    const port = await freePort();
    const child = spawn(command, argsFor(port), {
      ...spawnOptions,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      await outputOf(child, ready);
      return { child, port };
    } catch (error) {
      failure = error;
      child.kill('SIGKILL');
    }
  }
  throw failure;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Keeps reading afterwards: a full pipe would stop the server. */
function outputOf(child, ready) {
  let output = '';
  let timer;
  const isReady = new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${child.spawnfile} ${why}\n${output}`));
    const read = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
      if (output.includes(ready)) resolve();
    };
    timer = setTimeout(() => fail('was not ready in time'), READY_WITHIN_MS);
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(`cannot be started: ${error.code}`));
    child.once('close', (code) => fail(`ended with ${code}`));
  });
  return isReady.finally(() => clearTimeout(timer));
}
