/** SIGTERM and SIGINT before a service is ready: it ends by itself, with nothing left behind. */

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

import { newEmbeddedFolder, type EmbeddedFolder, type Env } from '../support/embedded.js';
import { listenOnLoopback } from '../support/loopback.js';
import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { BIN, serviceEnv } from '../support/service.js';

/** Loaded before the program: signals it at the moment it first does something. */
const signalAt = (signal: string, moment: string) =>
  `--import=data:text/javascript,${encodeURIComponent(
    `import fs from "node:fs";import {syncBuiltinESMExports} from "node:module";const f=fs.${moment};` +
      `fs.${moment}=(...a)=>{process.kill(process.pid,"${signal}");fs.${moment}=f;syncBuiltinESMExports();return f(...a)};syncBuiltinESMExports()`,
  )}`;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

function start(env: Env, onStart: (kill: () => void) => void = () => undefined): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, 'start'], { env: { ...env } });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  onStart(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output }));
  });
}

describe('an embedded service', () => {
  let at: EmbeddedFolder;
  beforeEach(async () => {
    at = await newEmbeddedFolder();
  });
  afterEach(() => at.remove());

  it.each(['SIGTERM', 'SIGINT'])(
    'ends with 0 on %s while it opens its database, and leaves no lock and no socket',
    async (signal) => {
      const env = { ...at.env, NODE_OPTIONS: signalAt(signal, 'linkSync') };
      const ended = await start(env);
      expect(ended).toMatchObject({ code: 0, signal: null });
      expect(ended.output).not.toContain('Assay is running');
      const left = readdirSync(at.env['ASSAY_DATA_DIR'] ?? '').sort();
      expect(left.filter((name) => !['database', 'master-key'].includes(name))).toEqual([]);
    },
    180_000,
  );
});

describe('a production service whose Redis does not answer', () => {
  let database: PostgresTestDatabase;
  let silent: Server;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(() => silent.close());

  it.each(['1', '2'])(
    'ends with 0 on SIGTERM while it waits, with WORKERS=%s',
    async (workers) => {
      const called = new Promise<void>((resolve) => {
        silent = createServer((socket) => {
          socket.on('error', () => undefined);
          resolve();
        });
      });
      const port = await listenOnLoopback(silent);
      const redisUrl = `redis://127.0.0.1:${String(port)}`;
      const twilioUrl = 'http://127.0.0.1:9';
      const settings = { WORKERS: workers };
      const given = { databaseUrl: database.url, redisUrl, twilioUrl, settings };
      const env = await serviceEnv(given);
      const ended = start(env, (kill) => void called.then(kill));
      expect(await ended).toMatchObject({ code: 0, signal: null });
    },
    180_000,
  );
});
