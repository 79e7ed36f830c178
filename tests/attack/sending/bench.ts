/** A whole Assay in this process over real PostgreSQL, real Redis and Twilio's SDK, whose clocks tests move. */

import { openKeyRing } from '../../../src/compose/keys.js';
import { deliveryOf } from '../../../src/compose/delivery.js';
import { makeDurable } from '../../../src/compose/durable.js';
import { listenPublic } from '../../../src/compose/listeners.js';
import { operatorOf } from '../../../src/compose/operator.js';
import type { Parts } from '../../../src/compose/parts.js';
import { rulesOf } from '../../../src/compose/rules.js';
import { openSender } from '../../../src/compose/sender.js';
import { stepUpsOf } from '../../../src/compose/step-ups.js';
import { processClock } from '../../../src/compose/clock.js';
import { makePageUseCases } from '../../../src/app/pages/make-page-use-cases.js';
import { makeReportUseCases } from '../../../src/app/make-report-use-cases.js';
import {
  makeAdministrationUseCases,
  makePhoneUseCases,
  makeSignInUseCases,
} from '../../../src/app/make-use-cases.js';
import { makePortal, makePortalUseCases } from '../../../src/app/portal/make-portal.js';
import { makeTokenSigner } from '../../../src/app/tokens/token-signer.js';
import { SCOPES, type Scope } from '../../../src/app/ports/client-store.js';
import { RedisChallengeStore } from '../../../src/adapters/redis/challenge-store.js';
import { RedisConversion } from '../../../src/adapters/redis/conversion.js';
import { RedisPageStore } from '../../../src/adapters/redis/page-store.js';
import { RedisPortalSessionStore } from '../../../src/adapters/redis/portal-session-store.js';
import { RedisSendBudget } from '../../../src/adapters/redis/send-budget.js';
import { createClient } from '../../../src/cli/commands/clients.js';
import { policySet } from '../../../src/cli/commands/policy.js';
import { loadConfig } from '../../../src/config/load.js';
import { fanOut } from '../../../src/telemetry/fan-out.js';
import { LoginService, type Watch } from '../../support/login-service.js';
import { createTestDatabase, runOn } from '../../support/postgres.js';
import { connectTestRedis, RedisNamespace, testHasher, testRedisUrl } from '../../support/redis.js';
import { newMasterKey } from '../../support/service.js';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in.js';

export interface Bench {
  readonly parts: Parts;
  readonly twilio: TwilioStandIn;
  readonly login: LoginService;
  readonly space: RedisNamespace;
  newClient(scopes?: readonly Scope[], more?: object): Promise<LoginService>;
  /** Redis and its keys grow older by so much. */
  age(ms: number): Promise<void>;
  /** How far the use cases' own clock is ahead: what the work before a send took. */
  lag(ms: number): void;
  sql(text: string): Promise<Record<string, unknown>[]>;
  /** Waits for all that was put off until after an answer. */
  settled(): Promise<void>;
  /** `assay policy set`, as the operator types it. */
  policySet(...words: string[]): Promise<unknown>;
  textsTo(phoneNumber: string): string[];
  codeFor(phoneNumber: string): string;
  close(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

const DIRECTORY_MS = 2_000;
const silent = fanOut();

export async function openBench(watch?: Watch, more: Settings = {}): Promise<Bench> {
  const [test, redis, twilio] = await Promise.all([
    createTestDatabase(),
    connectTestRedis(),
    startTwilioStandIn(),
  ]);
  const loaded = loadConfig({
    ...{ environment: { ...settings(test.url, twilio.url), ...more }, nowMs: Date.now() },
  });
  const durable = makeDurable(test.database, openKeyRing(loaded));
  const sending = await openSender(loaded, () => undefined);
  await sending.warmUp();
  const space = new RedisNamespace(redis);
  let [ahead, lag] = [0, 0];
  const testClock = () => Date.now() + ahead;
  const redisOptions = { keyHasher: testHasher(), prefix: space.prefix, testClock };
  const pending = {
    challenges: new RedisChallengeStore(redis, redisOptions),
    budget: new RedisSendBudget(redis, redisOptions),
    conversion: new RedisConversion(redis, redisOptions),
    portalSessions: new RedisPortalSessionStore(redis, redisOptions),
    pages: new RedisPageStore(redis, redisOptions),
    probe: null,
    close: () => Promise.resolve(),
  };
  const clock = {
    monotonicMs: () => processClock.monotonicMs() + lag,
    after: processClock.after.bind(processClock),
  };
  const shared = { ...durable, ...pending, ...sending, rules: rulesOf(loaded.config), clock };
  const tokens = makeTokenSigner(durable.signingKeys, loaded.config.token.issuer);
  const deps = { ...shared, tokens, events: silent };
  const useCases = {
    ...makeSignInUseCases(deps),
    ...makePhoneUseCases(deps),
    ...makePageUseCases(deps),
    ...makePortalUseCases(deps),
    ...makeReportUseCases(deps),
    ...makeAdministrationUseCases(deps),
  };
  const portal = makePortal(deps);
  const close = () => Promise.resolve();
  const parts: Parts = {
    database: test.database,
    durable,
    pending,
    sending,
    useCases,
    recordDelivery: deliveryOf(deps),
    stepUps: stepUpsOf(durable, loaded.config),
    portal,
    close,
  };
  await durable.signingKeys.refresh();
  const listener = await listenPublic({ parts, config: loaded.config, events: silent });
  const timer = setInterval(() => void durable.directory.refresh(), DIRECTORY_MS);
  const operator = operatorOf(parts, loaded);
  const newClient: Bench['newClient'] = async (scopes = SCOPES, more = {}) => {
    const input = { name: 'tests', scopes: [...scopes], 'all-companies': true, ...more };
    const { credential } = await createClient(operator, input);
    await durable.directory.refresh();
    return new LoginService([`http://127.0.0.1:${listener.address.port}`], credential, watch);
  };
  const textsTo = (phoneNumber: string) =>
    twilio.messages.flatMap(({ form }) => (form['To'] === phoneNumber ? [form['Body'] ?? ''] : []));
  return {
    parts,
    twilio,
    space,
    login: await newClient(),
    newClient,
    age: async (ms) => {
      ahead += ms;
      await space.age(ms);
    },
    lag: (ms) => (lag = ms),
    settled: () => processClock.drain(),
    sql: (text) => runOn(test.url, text),
    policySet: (...words) => policySet.execute(operator, policySet.read(words)),
    textsTo,
    codeFor: (phoneNumber) => /^\d{6}/.exec(textsTo(phoneNumber).at(-1) ?? '')?.[0] ?? 'no code',
    close: async () => {
      clearInterval(timer);
      await listener.close(0);
      sending.close();
      await processClock.drain();
      await space.clear();
      redis.disconnect();
      await Promise.all([test.close(), twilio.close()]);
    },
  };
}

function settings(databaseUrl: string, twilioUrl: string): Settings {
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: testRedisUrl(),
    ASSAY_MASTER_KEY: newMasterKey(),
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'f'.repeat(32),
    TWILIO_API_KEY_SID: `SK${'1'.repeat(32)}`,
    TWILIO_API_KEY_SECRET: 'S'.repeat(32),
    TWILIO_FROM: '+15005550006',
    TWILIO_API_URL: twilioUrl,
    DEFAULT_COUNTRIES: 'GB,US,FR',
    PRIVACY_CONTACT: 'privacy@example.test',
    PORT: '0',
    INTERNAL_PORT: '0',
  };
}
