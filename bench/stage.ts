/** Everything one bench run stands on: fresh servers, the service, its floors. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { createTestDatabase } from '../tests/support/postgres.js';
import { startPostgresServer } from '../tests/support/postgres-server.js';
import { startRedisServer } from '../tests/support/redis.js';
import { assay, launch, newMasterKey, serviceEnv } from '../tests/support/service.js';
import { startTwilioStandIn } from '../tests/support/twilio-stand-in.js';
import { SCOPES } from '../src/app/ports/client-store.js';
import type { ClientId } from '../src/domain/ids.js';
import { openBenchParts } from './parts.js';
import { seedCompany, statement } from './seed.js';

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** So that nothing but the service is in the way of a load that no people make. */
const WIDE_LIMITS = {
  ...{ SENDS_PER_DAY: '10000000', COUNTRY_SENDS_PER_DAY: '10000000' },
  ...{ COMPANY_SENDS_PER_DAY: '10000000', CLIENT_SENDS_PER_HOUR: '1000000' },
};

export async function openStage(settings: Readonly<Record<string, string>> = {}) {
  const { database, redis, twilio, stop } = await startServers();
  const given = {
    databaseUrl: database.url,
    redisUrl: redis.url,
    twilioUrl: twilio.url,
    masterKey: newMasterKey(),
  };
  const env = await serviceEnv({
    ...given,
    settings: { LOG_LEVEL: 'warn', ...WIDE_LIMITS, ...settings },
  });
  const client = await assay<{ clientId: ClientId; credential: string }>(
    env,
    ...['clients', 'create', '--name', 'bench', '--scopes', SCOPES.join(','), '--all-companies'],
  );
  await seedCompany(database.url);
  await statement(database.url, 'UPDATE policies SET sms_per_day = 10000000');
  const service = await launch(env);
  const parts = await openBenchParts(given);
  const floor = await startFloor({ ...env, CLIENT_ID: client.clientId });
  const close = async () => {
    await service.stop();
    floor.process.kill();
    await parts.close();
    await stop();
  };
  return { database, redis, twilio, env, client, service, parts, floor, close };
}

async function startServers() {
  const postgres = await startPostgresServer();
  const database = await createTestDatabase({ server: postgres.url });
  const redis = await startRedisServer(['--maxmemory-policy', 'noeviction']);
  const twilio = await startTwilioStandIn();
  const stop = async () => {
    await Promise.all([database.close(), redis.stop(), twilio.close()]);
    await postgres.stop();
  };
  return { database, redis, twilio, stop };
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
