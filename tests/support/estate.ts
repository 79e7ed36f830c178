/** Everything a running Assay needs, as real processes: database, Redis, a Twilio stand-in, instances. */

import { asServiceRole, createTestDatabase, type PostgresTestDatabase } from './postgres.js';
import { startRedisServer, type RedisServer } from './redis.js';
import { LoginService, type Watch } from './login-service.js';
import { assay, launch, newMasterKey, serviceEnv, type Service } from './service.js';
import { portOf, startTcpProxy, type TcpProxy } from './tcp-proxy.js';
import { startTwilioStandIn, type TwilioStandIn } from './twilio-stand-in.js';

const SCOPES =
  'challenges,companies,policies:read,policies:write,employees:read,employees:manage,audit,' +
  'portal:employee,portal:support,portal:admin';

export interface Estate {
  readonly database: PostgresTestDatabase;
  readonly redis: RedisServer;
  readonly twilio: TwilioStandIn;
  /** Between the instances and PostgreSQL, and between them and Redis. */
  readonly postgresProxy: TcpProxy;
  readonly redisProxy: TcpProxy;
  readonly services: readonly Service[];
  /** Calls the instances in turn. */
  readonly login: LoginService;
  /** The code of the last SMS to this number. */
  codeFor(phoneNumber: string): string;
  /** One more instance with the same settings. */
  launch(): Promise<Service>;
  /** Starts an instance again with its own settings, ports included. */
  relaunch(service: Service): Promise<Service>;
  close(): Promise<void>;
}

export interface EstateOptions {
  readonly instances?: number;
  readonly settings?: Readonly<Record<string, string>>;
  readonly redisOptions?: readonly string[];
  readonly watch?: Watch;
  /** Where the database is made, in place of the tests' common server. */
  readonly postgresServer?: string;
  /** The instances connect as a role of this name, which owns nothing. */
  readonly serviceRole?: string;
}

export async function openEstate(options: EstateOptions = {}): Promise<Estate> {
  const database = await createTestDatabase({ server: options.postgresServer });
  const redis = await startRedisServer([
    '--maxmemory-policy',
    'noeviction',
    ...(options.redisOptions ?? []),
  ]);
  const twilio = await startTwilioStandIn();
  const postgresProxy = await startTcpProxy(portOf(database.url));
  const redisProxy = await startTcpProxy(redis.port);
  const given = {
    databaseUrl: postgresProxy.through(
      options.serviceRole === undefined
        ? database.url
        : await asServiceRole(database.url, options.serviceRole),
    ),
    redisUrl: redisProxy.through(redis.url),
    twilioUrl: twilio.url,
    masterKey: newMasterKey(),
    settings: options.settings ?? {},
  };
  const direct = await serviceEnv({ ...given, databaseUrl: database.url });
  const { credential } = await assay<{ credential: string }>(
    direct,
    'clients',
    'create',
    '--name',
    'tests',
    '--scopes',
    SCOPES,
    '--all-companies',
  );
  const services: Service[] = [];
  const start = async (): Promise<Service> => {
    const service = await launch(await serviceEnv(given));
    services.push(service);
    return service;
  };
  for (let n = 0; n < (options.instances ?? 1); n += 1) await start();
  const urls = services.map((service) => service.url);
  return {
    database,
    redis,
    twilio,
    postgresProxy,
    redisProxy,
    services,
    login: new LoginService(urls, credential, options.watch),
    codeFor: (phoneNumber) => codeIn(twilio, phoneNumber),
    launch: start,
    relaunch: async ({ env }) => {
      const service = await launch(env);
      services.push(service);
      return service;
    },
    close: async () => {
      await Promise.all(services.map((service) => service.kill()));
      await Promise.all([postgresProxy.close(), redisProxy.close(), twilio.close()]);
      await Promise.all([database.close(), redis.stop()]);
    },
  };
}

/** The code of the last SMS to this number. */
export function codeIn(twilio: TwilioStandIn, phoneNumber: string): string {
  const last = twilio.messages.findLast(({ form }) => form['To'] === phoneNumber);
  const code = /^\d{6,8}/.exec(last?.form['Body'] ?? '')?.[0];
  if (code === undefined) throw new Error('no code was sent to this number');
  return code;
}
