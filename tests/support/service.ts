/** Starts Assay as its operator would: real processes of the built service, with their own settings. */

import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { freePort } from './loopback.js';

export const ROOT = join(import.meta.dirname, '../..');
const MAIN = 'dist/cli/main.js';
export const BIN = join(ROOT, MAIN);
const READY_MS = 180_000;
const POLL_MS = 20;

export interface ServiceSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly twilioUrl: string;
  readonly masterKey?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Service {
  readonly url: string;
  readonly internalUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly process: ChildProcess;
  /** Everything it wrote so far, both streams. */
  output(): string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export const newMasterKey = (): string => randomBytes(32).toString('base64');

/** Settings of a production-like service towards loopback servers. */
export async function serviceEnv(given: ServiceSettings): Promise<Record<string, string>> {
  const [port, internalPort] = [await freePort(), await freePort()];
  return {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    INTERNAL_PORT: String(internalPort),
    PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
    DATABASE_URL: given.databaseUrl,
    REDIS_URL: given.redisUrl,
    ASSAY_MASTER_KEY: given.masterKey ?? newMasterKey(),
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'f'.repeat(32),
    TWILIO_API_KEY_SID: `SK${'1'.repeat(32)}`,
    TWILIO_API_KEY_SECRET: 'S'.repeat(32),
    TWILIO_FROM: '+15005550006',
    TWILIO_API_URL: given.twilioUrl,
    DEFAULT_COUNTRIES: 'GB,US,FR',
    PRIVACY_CONTACT: 'privacy@example.test',
    LOG_LEVEL: 'info',
    ...given.settings,
  };
}

export async function startService(given: ServiceSettings): Promise<Service> {
  return launch(await serviceEnv(given));
}

/** Starts with exactly these settings; ports are theirs. `words` follow `assay start`. */
export async function launch(
  env: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<Service> {
  return launchFrom(ROOT, env, words);
}

/** The same from another folder that holds the built service. */
export async function launchFrom(
  root: string,
  env: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<Service> {
  const program = [join(root, MAIN), 'start', ...words];
  const child = spawn(process.execPath, program, { env: { ...env }, cwd: root });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const internalUrl = `http://127.0.0.1:${env['INTERNAL_PORT'] ?? ''}`;
  await untilReady(internalUrl, exited, () => output);
  return {
    url: `http://127.0.0.1:${env['PORT'] ?? ''}`,
    internalUrl,
    env,
    process: child,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function untilReady(
  internalUrl: string,
  exited: Promise<number | null>,
  output: () => string,
): Promise<void> {
  const ended = new AbortController();
  void exited.then(() => {
    ended.abort();
  });
  const giveUp = AbortSignal.any([ended.signal, AbortSignal.timeout(READY_MS)]);
  while (!giveUp.aborted) {
    const isReady = await fetch(`${internalUrl}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    // Leaves the processor to the service.
    await pause(POLL_MS);
  }
  throw new Error(`the service did not become ready:\n${output()}`);
}

/** Runs a command beside the service and reads its JSON. */
export async function assay<Result>(
  env: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<Result> {
  return assayFrom(ROOT, env, words);
}

/** The same from another folder that holds the built service. */
export async function assayFrom<Result>(
  root: string,
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Result> {
  const program = [join(root, MAIN), ...words, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    env: { ...env },
    cwd: root,
  });
  return JSON.parse(stdout) as Result;
}
