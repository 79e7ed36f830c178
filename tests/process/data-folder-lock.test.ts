/** The lock of an embedded data folder: one holder at a time, and a holder that died holds nothing. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DataFolderInUseError, lockDataFolder } from '../../src/adapters/postgres/pglite-lock.js';

let folder: string;
let dataDir: string;
let listening: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-lock-'));
  dataDir = join(folder, 'database');
});
afterEach(() => {
  listening?.close();
  listening = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** What this process writes into a lock, with some of it changed. */
async function lockLeftBy(change: Readonly<Record<string, unknown>>): Promise<void> {
  const unlock = await lockDataFolder(dataDir);
  const own = JSON.parse(readFileSync(`${dataDir}.lock`, 'utf8')) as Record<string, unknown>;
  unlock();
  writeFileSync(`${dataDir}.lock`, JSON.stringify({ ...own, ...change }));
}

const isTaken = () =>
  lockDataFolder(dataDir).then(
    (unlock) => {
      unlock();
      return true;
    },
    (error: unknown) => {
      if (error instanceof DataFolderInUseError) return false;
      throw error;
    },
  );

it('refuses a second opening, also of the same process, until the first gives it back', async () => {
  const unlock = await lockDataFolder(dataDir);
  await expect(lockDataFolder(dataDir)).rejects.toThrow(`in use by process ${process.pid}`);
  unlock();
  expect(await isTaken()).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

it('is taken over from a process that is gone', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  await lockLeftBy({ pid: child.pid });
  expect(await isTaken()).toBe(true);
});

it('is taken over when another process has the number of the one that is gone', async () => {
  await lockLeftBy({ startedAt: '1' });
  expect(await isTaken()).toBe(true);
});

it('is taken over after the machine was started anew', async () => {
  await lockLeftBy({ bootId: 'another boot' });
  expect(await isTaken()).toBe(true);
});

it('is kept by a process of another container for as long as its socket is answered', async () => {
  await lockLeftBy({ pidNamespace: 'pid:[1]', startedAt: '1', socket: 'database.other' });
  listening = createServer();
  await new Promise<void>((resolve) =>
    listening?.listen(join(folder, 'database.other'), () => resolve()),
  );
  expect(await isTaken()).toBe(false);
});

it('is taken over from a container that was killed, whose socket nobody answers', async () => {
  const script = `require('net').createServer().listen(${JSON.stringify(join(folder, 'database.dead'))}, () => process.kill(process.pid, 'SIGKILL'))`;
  const child = spawn(process.execPath, ['-e', script]);
  await new Promise((resolve) => child.once('exit', resolve));
  expect(existsSync(join(folder, 'database.dead'))).toBe(true);
  await lockLeftBy({ pidNamespace: 'pid:[1]', socket: 'database.dead' });
  expect(await isTaken()).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

it('is kept where nothing tells whether its holder in another container lives', async () => {
  await lockLeftBy({ pidNamespace: 'pid:[1]', socket: null });
  expect(await isTaken()).toBe(false);
});

it('goes by the process number alone where the system tells no more', async () => {
  await lockLeftBy({ startedAt: null });
  expect(await isTaken()).toBe(false);
});

it('is had by exactly one of many that find the same dead lock at once', async () => {
  await lockLeftBy({ startedAt: '1' });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () => lockDataFolder(dataDir)),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
