/** An embedded service as a process of its own, with its data folder, and commands beside it. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './loopback.js';
import { BIN, ROOT } from './service.js';

export type Env = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface EmbeddedFolder {
  readonly folder: string;
  readonly env: Env;
  remove(): void;
}

/** A fresh data folder and two free ports. */
export async function newEmbeddedFolder(): Promise<EmbeddedFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-'));
  const [port, internalPort] = [await freePort(), await freePort()];
  const env = {
    PATH: process.env['PATH'] ?? '',
    ASSAY_DATA_DIR: join(folder, 'data'),
    PORT: String(port),
    INTERNAL_PORT: String(internalPort),
  };
  return { folder, env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a command to its end. */
export function run(env: Env, ...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...words], { env: { ...env }, cwd: ROOT });
  return ended(child);
}

export interface Embedded {
  readonly process: ChildProcess;
  readonly url: string;
  readonly internalUrl: string;
  stdout(): string;
  /** Resolves when the process has ended. */
  readonly done: Promise<Ended>;
}

/** Resolves when the screen is printed. `words` follow `assay start`. */
export async function startEmbedded(env: Env, ...words: string[]): Promise<Embedded> {
  const child = spawn(process.execPath, [BIN, 'start', ...words], { env: { ...env }, cwd: ROOT });
  let stdout = '';
  const isPrinted = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString();
      if (stdout.includes('jsonwebtoken')) resolve();
    });
  });
  const done = ended(child);
  const failed = done.then(({ stderr }) => {
    throw new Error(`the service ended: ${stderr}`);
  });
  await Promise.race([isPrinted, failed]);
  failed.catch(() => undefined);
  return {
    process: child,
    url: `http://127.0.0.1:${env['PORT'] ?? ''}`,
    internalUrl: `http://127.0.0.1:${env['INTERNAL_PORT'] ?? ''}`,
    stdout: () => stdout,
    done,
  };
}

function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
