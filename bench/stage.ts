/** Everything one bench run stands on: fresh servers or those given, the service, its floors. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { createTestDatabase } from '../tests/support/postgres.js';
import { startRedisServer } from '../tests/support/redis.js';
import { assay, launch, newMasterKey, serviceEnv } from '../tests/support/service.js';
import { startTwilioStandIn } from '../tests/support/twilio-stand-in.js';
import { SCOPES } from '../src/app/ports/client-store.js';
import type { ClientId } from '../src/domain/ids.js';
import { openBenchParts } from './parts.js';
import { seedCompany } from './seed.js';

export type Stage = Awaited<ReturnType<typeof openStage>>;

export async function openStage(settings: Readonly<Record<string, string>> = {}) {
  const database = await createTestDatabase();
  const redis = await startRedisServer(['--maxmemory-policy', 'noeviction']);
  const twilio = await startTwilioStandIn();
  const masterKey = newMasterKey();
  const given = {
    databaseUrl: database.url,
    redisUrl: redis.url,
    twilioUrl: twilio.url,
    masterKey,
  };
  const env = await serviceEnv({ ...given, settings: { LOG_LEVEL: 'warn', ...settings } });
  const client = await assay<{ clientId: ClientId; credential: string }>(
    env,
    ...['clients', 'create', '--name', 'bench', '--scopes', SCOPES.join(','), '--all-companies'],
  );
  await seedCompany(database.url);
  const service = await launch(env);
  const parts = await openBenchParts(given);
  const floor = await startFloor({ ...env, CLIENT_ID: client.clientId });
  return {
    database,
    redis,
    twilio,
    env,
    client,
    service,
    parts,
    floor,
    close: async () => {
      await service.stop();
      floor.process.kill();
      await parts.close();
      await Promise.all([database.close(), redis.stop(), twilio.close()]);
    },
  };
}

async function startFloor(env: Readonly<Record<string, string>>) {
  const file = join(import.meta.dirname, 'floor.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => {
      resolve(data.toString());
    });
    child.once('exit', () => {
      reject(new Error('the floor did not start'));
    });
  });
  const { port } = JSON.parse(line) as { port: number };
  return { url: `http://127.0.0.1:${String(port)}`, process: child };
}
