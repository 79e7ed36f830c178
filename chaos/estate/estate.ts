/** Everything a run stands on: real servers behind proxies, real instances, a provider that misbehaves. */

import { migratePostgres } from '../../src/adapters/postgres/migrate.js';
import { SCOPES } from '../../src/app/ports/client-store.js';
import type { Recorder } from '../history/recorder.js';
import { companies } from '../plan/people.js';
import { LoginService } from '../../tests/support/login-service.js';
import { startPostgresServer, type PostgresServer } from '../../tests/support/postgres-server.js';
import { assay, newMasterKey, serviceEnv } from '../../tests/support/service.js';
import { startTcpProxy, type TcpProxy } from '../../tests/support/tcp-proxy.js';
import { Instances } from './instances.js';
import { openProvider, type Provider } from './provider.js';
import { RedisPair } from './redis-pair.js';

export interface ChaosEstate {
  readonly postgres: PostgresServer;
  readonly postgresProxy: TcpProxy;
  readonly redis: RedisPair;
  readonly provider: Provider;
  readonly instances: Instances;
  readonly credential: string;
  /** Runs a command of the operator, past every proxy. */
  operate(...words: string[]): Promise<void>;
  close(): Promise<void>;
}

export interface EstateOptions {
  readonly instances: number;
  readonly codeLifeSeconds: number;
}

/** Long enough that no other number in a log is taken for one. */
const CODE_LENGTH = 8;

/**
 * One client and a few hundred people do in half an hour what a service does in days: the limits that many
 * share are far away, and those of a day for one person further than their share of the run.
 */
const SMS_PER_DAY = 20_000;
const LIMITS = {
  CLIENT_SENDS_PER_HOUR: '100000',
  EMPLOYEE_SENDS_PER_DAY: '100',
  NUMBER_SENDS_PER_DAY: '50',
};

export async function openChaosEstate(
  recorder: Recorder,
  { instances: count, codeLifeSeconds }: EstateOptions,
): Promise<ChaosEstate> {
  const postgres = await startPostgresServer('max_connections=200');
  await migratePostgres({ url: postgres.url, ssl: false, serviceRole: null });
  const postgresProxy = await startTcpProxy(postgres.port);
  const redis = await RedisPair.open();
  const provider = await openProvider(recorder);
  const given = {
    databaseUrl: postgresProxy.through(postgres.url),
    redisUrl: redis.url,
    twilioUrl: provider.url,
    masterKey: newMasterKey(),
    settings: {
      TOKEN_ISSUER: 'https://assay.example.test',
      CODE_LENGTH: String(CODE_LENGTH),
      CODE_TTL_SECONDS: String(codeLifeSeconds),
      ...LIMITS,
    },
  };
  const direct = await serviceEnv({ ...given, databaseUrl: postgres.url });
  const { credential } = await assay<{ credential: string }>(
    direct,
    ...['clients', 'create', '--name', 'chaos', '--scopes', SCOPES.join(','), '--all-companies'],
  );
  const operate = async (...words: string[]): Promise<void> => {
    await assay(direct, ...words);
  };
  const instances = new Instances();
  await Promise.all(
    Array.from({ length: count }, async () => instances.add(await serviceEnv(given))),
  );
  await foundCompanies(instances, credential);
  for (const { companyId } of companies())
    await operate(
      'policy',
      'set',
      companyId,
      '--sms-per-day',
      String(SMS_PER_DAY),
      '--reason',
      'chaos',
    );
  const close = async (): Promise<void> => {
    await instances.close();
    await Promise.all([provider.close(), redis.close(), postgresProxy.close()]);
    await postgres.stop();
  };
  return { postgres, postgresProxy, redis, provider, instances, credential, operate, close };
}

/** Each requires two-factor sign-in, and everybody is free to enrol. */
async function foundCompanies(instances: Instances, credential: string): Promise<void> {
  const urls = Array.from({ length: instances.count }, (_, place) => instances.urlOf(place));
  const login = new LoginService(urls, credential);
  await Promise.all(companies().map(({ companyId }) => login.company(companyId)));
}
