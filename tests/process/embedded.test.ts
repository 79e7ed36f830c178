/** The embedded service as people start it: what it prints works, it stops, it starts again. */

import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import {
  newEmbeddedFolder,
  run,
  startEmbedded,
  type Embedded,
  type EmbeddedFolder,
} from '../support/embedded.js';

const ROOT = join(import.meta.dirname, '../..');

let at: EmbeddedFolder;
let service: Embedded | undefined;

beforeAll(async () => {
  at = await newEmbeddedFolder();
});
afterEach(async () => {
  service?.process.kill('SIGKILL');
  await service?.done;
});
afterAll(() => at.remove());

const start = async () => (service = await startEmbedded(at.env));

function printedLines(screen: string): string {
  const lines = screen.split('\n');
  const isTyped = (line: string) => /^(A=|H=|R=|ID=|CODE=|T=|curl )/.test(line);
  return lines.filter(isTyped).join('\n');
}

it('prints lines that, pasted as they stand, sign a new person in and check the token', async () => {
  const { stdout } = await start();
  const pasted = await promisify(execFile)('sh', ['-c', printedLines(stdout())], { cwd: ROOT });
  expect(pasted.stdout).toContain('"status":"approved"');
  expect(pasted.stdout).toMatch(/aud: 'demo-[0-9a-f]{8}'/);
  expect(stdout()).toMatch(/^SMS to \+447700900\d{3}: \d{6} is your Lark & Finch security code/m);
}, 180_000);

it('keeps everything in the data folder from its owner alone, and finds it again after kill -9', async () => {
  const first = await start();
  const credential = /assay_[\w-]{43}/.exec(first.stdout())?.[0];
  for (const name of ['master-key', 'demo.json', 'control.sock']) {
    const { mode } = statSync(join(at.env['ASSAY_DATA_DIR'] ?? '', name));
    expect((mode & 0o777).toString(8)).toBe('600');
  }
  first.process.kill('SIGKILL');
  await first.done;
  const second = await start();
  expect(/assay_[\w-]{43}/.exec(second.stdout())?.[0]).toBe(credential);
}, 180_000);

it('R118: stops on SIGTERM with exit code 0 and gives the data folder free', async () => {
  const { process: child, done } = await start();
  child.kill('SIGTERM');
  expect((await done).code).toBe(0);
  expect((await run(at.env, 'companies', 'list', '--json')).code).toBe(0);
}, 180_000);

it('refuses a second start on the same data folder, and the first one goes on', async () => {
  const { url } = await start();
  const second = await run({ ...at.env, PORT: '0', INTERNAL_PORT: '0' }, 'start');
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/in use by process \d+/);
  expect((await fetch(`${url}/.well-known/jwks.json`)).status).toBe(200);
}, 180_000);

it('shows the outbox as a page, to nobody who comes by another name', async () => {
  const { url } = await start();
  const sent = await run(at.env, 'sms', 'test', '--to', '+447700900456');
  expect(sent).toMatchObject({ code: 0 });
  expect(sent.stdout).not.toContain('900456');
  const page = await fetch(`${url}/dev/outbox`);
  const text = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(text).toContain('+447700900456');
  const items: unknown = await (await fetch(`${url}/dev/outbox.json`)).json();
  expect(items).toMatchObject({ items: [{ to: '+447700900456' }] });
  const { port } = new URL(url);
  const rebound = await promisify(execFile)('curl', [
    ...['-s', '-o', '/dev/null', '-w', '%{http_code}'],
    ...['--resolve', `evil.test:${port}:127.0.0.1`, `http://evil.test:${port}/dev/outbox`],
  ]);
  expect(rebound.stdout).toBe('404');
}, 180_000);
