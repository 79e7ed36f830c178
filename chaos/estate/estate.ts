/** Everything a run stands on: real servers behind proxies, real instances, a provider that misbehaves. */

import { migratePostgres } from '../../src/adapters/postgres/migrate.js';
import { SCOPES } from '../../src/app/ports/client-store.js';
import type { Recorder } from '../history/recorder.js';
import { companies } from '../plan/people.js';
import type { Protection } from '../protections/protection.js';
import { copyWithout, statementsWithout } from '../protections/remove.js';
import { LoginService } from '../../tests/support/login-service.js';
import { runOn } from '../../tests/support/postgres.js';
import { startPostgresServer, type PostgresServer } from '../../tests/support/postgres-server.js';
import { assay, newMasterKey, ROOT, serviceEnv } from '../../tests/support/service.js';
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
  operate(...words: string[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface EstateOptions {
  readonly instances: number;
  readonly codeLifeSeconds: number;
  /** What the service is run without. */
  readonly without?: Protection | undefined;
}

/**
 * Codes long enough that no other number in a log is taken for one. One client and a few hundred people do
 * in half an hour what a service does in days: the limits that many share are far away, and those of a day
 * for one person further than their share of the run.
 */
const SETTINGS = {
  TOKEN_ISSUER: 'https://assay.example.test',
  CODE_LENGTH: '8',
  CLIENT_SENDS_PER_HOUR: '100000',
  EMPLOYEE_SENDS_PER_DAY: '100',
  NUMBER_SENDS_PER_DAY: '50',
};
const NEW_CLIENT = [
  ...['clients', 'create', '--name', 'chaos', '--scopes', SCOPES.join(','), '--all-companies'],
];
const SMS_PER_DAY = 20_000;

export async function openChaosEstate(
  recorder: Recorder,
  { instances: count, codeLifeSeconds, without }: EstateOptions,
): Promise<ChaosEstate> {
  const weakened = without && copyWithout(without);
  const postgres = await openPostgres(without);
  const postgresProxy = await startTcpProxy(postgres.port);
  const redis = await RedisPair.open();
  const provider = await openProvider(recorder);
  const given = {
    ...{ databaseUrl: postgresProxy.through(postgres.url), redisUrl: redis.url },
    twilioUrl: provider.url,
    masterKey: newMasterKey(),
    settings: { ...SETTINGS, CODE_TTL_SECONDS: String(codeLifeSeconds) },
  };
  const direct = await serviceEnv({ ...given, databaseUrl: postgres.url });
  const operate = (...words: string[]): Promise<unknown> => assay(direct, ...words);
  const { credential } = await assay<{ credential: string }>(direct, ...NEW_CLIENT);
  const instances = new Instances(weakened?.root ?? ROOT);
  const places = Array.from({ length: count });
  await Promise.all(places.map(async () => instances.add(await serviceEnv(given))));
  const close = async (): Promise<void> => {
    await instances.close();
    await Promise.all([provider, redis, postgresProxy].map((part) => part.close()));
    await postgres.stop();
    weakened?.remove();
  };
  await foundCompanies({ instances, credential, operate });
  const servers = { postgres, postgresProxy, redis, provider, instances };
  return { ...servers, credential, operate, close };
}

/** With its tables; where a protection is taken away, without it. */
async function openPostgres(without: Protection | undefined): Promise<PostgresServer> {
  const postgres = await startPostgresServer('max_connections=200');
  await migratePostgres({ url: postgres.url, ssl: false, serviceRole: null });
  const statements = without ? statementsWithout(without) : [];
  for (const statement of statements) await runOn(postgres.url, statement);
  return postgres;
}

/** Each requires two-factor sign-in, and everybody is free to enrol. */
async function foundCompanies(
  estate: Pick<ChaosEstate, 'instances' | 'credential' | 'operate'>,
): Promise<void> {
  const { instances, credential } = estate;
  const urls = Array.from({ length: instances.count }, (_, place) => instances.urlOf(place));
  const login = new LoginService(urls, credential);
  const limit = ['--sms-per-day', String(SMS_PER_DAY), '--reason', 'chaos'];
  for (const { companyId } of companies()) {
    await login.company(companyId);
    await estate.operate('policy', 'set', companyId, ...limit);
  }
}
