/** An update under way: an instance of the release before and one of this, on one Redis and one PostgreSQL. */

import { migratePostgres } from '../../src/adapters/postgres/migrate.js';
import { LoginService } from '../support/login-service.js';
import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { startRedisServer, type RedisServer } from '../support/redis.js';
import { RELEASE_BEFORE, unpackRelease } from '../support/release.js';
import {
  assayFrom,
  launch,
  launchFrom,
  newMasterKey,
  serviceEnv,
  type Service,
} from '../support/service.js';
import { codeIn } from '../support/estate.js';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in.js';

const SCOPES =
  'challenges,companies,policies:read,policies:write,employees:read,employees:manage,audit';

export interface Update {
  readonly database: PostgresTestDatabase;
  readonly redis: RedisServer;
  readonly twilio: TwilioStandIn;
  readonly before: Instance;
  readonly now: Instance;
  /** One more of the release before, on the schema of today. */
  startBefore(): Promise<Service>;
  codeFor(phoneNumber: string): string;
  close(): Promise<void>;
}

export interface Instance {
  readonly service: Service;
  readonly login: LoginService;
}

/** The release before is running while the schema becomes today's, as an update does it. */
export async function openUpdate(): Promise<Update> {
  const release = await unpackRelease(RELEASE_BEFORE);
  const [database, redis, twilio] = await Promise.all([
    createTestDatabase({ isMigrated: false }),
    startRedisServer(['--maxmemory-policy', 'noeviction']),
    startTwilioStandIn(),
  ]);
  const given = {
    databaseUrl: database.url,
    redisUrl: redis.url,
    twilioUrl: twilio.url,
    masterKey: newMasterKey(),
    settings: { TOKEN_ISSUER: 'https://assay.example.test' },
  };
  const env = await serviceEnv(given);
  await assayFrom(release.root, env, ['migrate']);
  const words = ['clients', 'create', '--name', 'tests', '--scopes', SCOPES, '--all-companies'];
  const { credential } = await assayFrom<{ credential: string }>(release.root, env, words);
  const before = await launchFrom(release.root, env);
  await migratePostgres({ url: database.url, ssl: false, serviceRole: null });
  const now = await launch(await serviceEnv(given));
  const instance = (service: Service) => ({
    service,
    login: new LoginService([service.url], credential),
  });
  return {
    ...{ database, redis, twilio, before: instance(before), now: instance(now) },
    startBefore: async () => launchFrom(release.root, await serviceEnv(given)),
    codeFor: (phoneNumber) => codeIn(twilio, phoneNumber),
    close: async () => {
      await Promise.all([before.kill(), now.kill()]);
      await Promise.all([database.close(), redis.stop(), twilio.close(), release.remove()]);
    },
  };
}
