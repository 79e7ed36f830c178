/** Master keys, signing keys and credentials that change while people sign in on two instances. */

import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';

import { openEstate, type Estate } from '../../support/estate.js';
import { answered, LoginService } from '../../support/login-service.js';
import { runOn } from '../../support/postgres.js';
import { freePort } from '../../support/loopback.js';
import { assay, newMasterKey, type Service } from '../../support/service.js';
import { enrolled, opened, told, type Opened, type Person } from './sign-in.js';

const ISSUER = 'https://assay.test';
let estate: Estate;
let companyId: string;
beforeAll(async () => {
  estate = await openEstate({ instances: 2, settings: { TOKEN_ISSUER: ISSUER } });
  companyId = await estate.login.company();
}, 180_000);
afterAll(() => estate.close());

const services = (): [Service, Service] => {
  const [one, other] = estate.services;
  if (!one || !other) throw new Error('two services are needed');
  return [one, other];
};

/** For commands, past the proxy that tests cut. */
const commandEnv = () => ({ ...services()[0].env, DATABASE_URL: estate.database.url });

async function fetchJwks({ url }: Service): Promise<JSONWebKeySet> {
  return (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
}

it('R071: no verification fails while a signing key is rotated under two instances and a cached JWKS', async () => {
  const [one, other] = services();
  const person = await enrolled(estate, companyId, 0);
  const { kid } = await assay<{ kid: string }>(commandEnv(), 'signing-keys', 'rotate');
  for (const service of [one, other]) {
    while (!(await fetchJwks(service)).keys.some((key) => key.kid === kid)) continue;
  }
  const cached = createLocalJWKSet(await fetchJwks(one));
  const used = new Set<string | undefined>();
  const signIn = async () => {
    const { id, code } = await opened(estate, person);
    const { body } = await estate.login.verify(id, code);
    const options = { issuer: ISSUER, algorithms: ['ES256'], typ: 'assay-sign-in+jwt' };
    const { payload, protectedHeader } = await jwtVerify(String(body['token']), cached, options);
    expect(payload).toMatchObject({ sub: person.userId, challenge_id: id, company_id: companyId });
    used.add(protectedHeader.kid);
    return protectedHeader.kid;
  };
  expect(await signIn()).not.toBe(kid);
  // What ten minutes bring: the key's own time comes, while caches still hold what they held.
  await runOn(
    estate.database.url,
    `UPDATE signing_keys SET active_from = clock_timestamp() WHERE kid = '${kid}'`,
  );
  let newOnes = 0;
  while (newOnes < 4) newOnes = (await signIn()) === kid ? newOnes + 1 : 0;
  expect(used.size).toBe(2);
}, 180_000);

it('decision 29: a code under a key that is not held is 503, uncharged, and right where the key is', async () => {
  const person = await enrolled(estate, companyId, 1);
  const [{ env }] = services();
  const ahead = await estate.relaunch({
    ...services()[0],
    env: {
      ...env,
      PORT: String(await freePort()),
      INTERNAL_PORT: String(await freePort()),
      ASSAY_MASTER_KEY: `${newMasterKey()},${env['ASSAY_MASTER_KEY'] ?? ''}`,
    },
  });
  const there = new LoginService([ahead.url], estate.login.credential);
  const { id, code } = await opened({ ...estate, login: there }, person);
  for (let n = 0; n < 6; n += 1) expect((await estate.login.verify(id, code)).status).toBe(503);
  const shown = await estate.login.call(`/v1/challenges/${id}`);
  expect(shown.body).toMatchObject({ status: 'pending', attemptsRemaining: 5 });
  expect(told(await there.verify(id, code))).toBe('approved');
  await ahead.kill();
}, 180_000);

it('R012: a hundred open challenges verify after the master key changed, and so do new ones', async () => {
  const people: Person[] = [];
  const challenges: Opened[] = [];
  for (let n = 100; n < 200; n += 1) people.push(await enrolled(estate, companyId, n));
  for (const person of people) challenges.push(await opened(estate, person));
  const [one, other] = services();
  const rotated = `${newMasterKey()},${one.env['ASSAY_MASTER_KEY'] ?? ''}`;
  for (const service of [one, other]) {
    await service.stop();
    await estate.relaunch({ ...service, env: { ...service.env, ASSAY_MASTER_KEY: rotated } });
  }
  const answers = await Promise.all(
    challenges.map(({ id, code }) => answered(() => estate.login.verify(id, code))),
  );
  expect(answers.map(told)).toEqual(Array(100).fill('approved'));
  const [first] = people;
  if (!first) throw new Error('nobody');
  const fresh = await opened(estate, first);
  expect(told(await estate.login.verify(fresh.id, fresh.code))).toBe('approved');
}, 180_000);

it('R075: a revoked client is refused by every instance, and a list that grows old answers nobody', async () => {
  const created = await assay<{ clientId: string; credential: string }>(
    commandEnv(),
    'clients',
    'create',
    '--name',
    'leaving',
    '--scopes',
    'challenges',
    '--all-companies',
  );
  const each = estate.services
    .slice(0, 2)
    .map(({ url }) => new LoginService([url], created.credential));
  const ask = (login: LoginService) => answered(() => login.call('/v1/challenges/chl_unknown'));
  for (const login of each) {
    while ((await ask(login)).status === 401) continue;
    expect((await ask(login)).status).toBe(404);
  }
  await assay(commandEnv(), 'clients', 'revoke', created.clientId);
  for (const login of each) {
    while ((await ask(login)).status === 404) continue;
    expect(told(await ask(login))).toBe('unauthenticated');
  }
  estate.postgresProxy.refuse();
  const alone = new LoginService([services()[0].url], estate.login.credential);
  const stays = () => alone.call('/v1/challenges/chl_unknown');
  while ((await stays()).status === 404) continue;
  expect(await stays()).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
  estate.postgresProxy.restore();
  while ((await stays()).status === 503) continue;
  expect((await stays()).status).toBe(404);
}, 180_000);
