/** R059, R075: what was taken away is gone within five seconds on every instance; a role at once. */

import { atWork } from '../support/console.js';
import { openEstate, type Estate } from '../support/estate.js';
import { LoginService } from '../support/login-service.js';
import { SESSION_COOKIE } from '../support/portal.js';
import { runOn } from '../support/postgres.js';
import { assay, type Service } from '../support/service.js';

/** Decision 28: reloaded every two seconds, believed for five. */
const PROMISED_MS = 5_000;

/** Asks for nothing but who calls: no database, and a challenge that is not there. */
const PROBE = '/v1/challenges/0f3.AAAAAAAAAAAAAAAAAAAAAA';
const LET_IN = 404;

interface Created {
  readonly clientId: string;
  readonly credential: string;
}

let estate: Estate;
beforeAll(async () => {
  estate = await openEstate({ instances: 2 });
}, 240_000);
afterAll(() => estate.close());

const operator = <Result>(...words: string[]): Promise<Result> => {
  const [service] = estate.services;
  if (!service) throw new Error('no instance');
  return assay<Result>({ ...service.env, DATABASE_URL: estate.database.url }, ...words);
};

const create = (...more: string[]): Promise<Created> =>
  operator(
    ...['clients', 'create', '--name', 'expiry', '--scopes', 'challenges', '--all-companies'],
    ...more,
  );

const callerOf = ({ url }: Service, { credential }: Created) => new LoginService([url], credential);

async function untilAnswered(login: LoginService, status: number): Promise<void> {
  let answer = await login.call(PROBE);
  while (answer.status !== status) answer = await login.call(PROBE);
}

const untilLetIn = (created: Created) =>
  Promise.all(estate.services.map((each) => untilAnswered(callerOf(each, created), LET_IN)));

/**
 * Every status of the requests that one instance was sent from now on, with how long after now each began; ends
 * with the first that began after the promised time. A slow machine asks less often, and is told no more.
 */
async function askFor(login: LoginService, ms: number): Promise<readonly [number, number][]> {
  const sinceMs = performance.now();
  const seen: [number, number][] = [];
  while ((seen.at(-1)?.[0] ?? 0) <= ms) {
    const begunMs = performance.now() - sinceMs;
    seen.push([begunMs, (await login.call(PROBE)).status]);
  }
  return seen;
}

it('R075: a revoked client is refused by every instance within five seconds', async () => {
  const created = await create();
  await untilLetIn(created);
  await operator('clients', 'revoke', created.clientId);
  const seen = await Promise.all(
    estate.services.map((each) => askFor(callerOf(each, created), PROMISED_MS)),
  );
  for (const [service, answers] of seen.entries()) {
    const [, last] = answers.at(-1) ?? [];
    expect([service, [401, 503]]).toEqual([service, expect.arrayContaining([last])]);
    const firstRefusal = answers.findIndex(([, status]) => status === 401);
    expect(answers.slice(firstRefusal).map(([, status]) => status)).not.toContain(LET_IN);
  }
  for (const each of estate.services) await untilAnswered(callerOf(each, created), 401);
}, 180_000);

it('R075: where the news cannot come, nobody is let in after five seconds', async () => {
  const created = await create();
  await untilLetIn(created);
  estate.postgresProxy.refuse();
  await operator('clients', 'revoke', created.clientId);
  const seen = await Promise.all(
    estate.services.map((each) => askFor(callerOf(each, created), PROMISED_MS)),
  );
  expect(seen.map((answers) => answers.at(-1)?.[1])).toEqual([503, 503]);
  estate.postgresProxy.restore();
  for (const each of estate.services) await untilAnswered(callerOf(each, created), 401);
}, 180_000);

it("R075: a credential ends at its instant by the database's clock, whatever an instance thinks", async () => {
  const [row] = await runOn(
    estate.database.url,
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC' + interval '20 s',
       'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ends`,
  );
  const ends = String(row?.['ends']);
  const created = await create('--expires', ends);
  await untilLetIn(created);
  const isOver = async () => {
    const sql = `SELECT clock_timestamp() >= '${ends}'::timestamptz AS over`;
    return (await runOn(estate.database.url, sql))[0]?.['over'] === true;
  };
  const afterwards: number[] = [];
  while (afterwards.length < 2 * estate.services.length)
    for (const each of estate.services) {
      const wasOver = await isOver();
      const { status } = await callerOf(each, created).call(PROBE);
      if (wasOver) afterwards.push(status);
    }
  expect(afterwards).not.toContain(LET_IN);
  for (const each of estate.services) await untilAnswered(callerOf(each, created), 401);
}, 180_000);

it('R059: a role that was taken away opens no page of any instance any more', async () => {
  const [first, second] = estate.services;
  if (!first || !second) throw new Error('two instances are needed');
  const login = new LoginService([first.url], estate.login.credential);
  const office = { url: first.url, login, codeFor: (number: string) => estate.codeFor(number) };
  const { visitor, companyId, userId } = await atWork(office);
  const Cookie = `${SESSION_COOKIE}=${visitor.cookies.get(SESSION_COOKIE) ?? ''}`;
  const open = async ({ url }: Service, path: string) =>
    (await fetch(url + path, { headers: { Cookie }, redirect: 'manual' })).status;
  const everywhere = async () =>
    Promise.all(
      estate.services.flatMap((each) =>
        ['/console', '/console/people', '/account'].map((path) => open(each, path)),
      ),
    );
  expect(new Set(await everywhere())).toEqual(new Set([200]));
  const query = `companyId=${companyId}&userId=${userId}`;
  const elsewhere = new LoginService([second.url], estate.login.credential);
  const ended = await elsewhere.call(`/v1/portal-sessions?${query}`, { method: 'DELETE' });
  expect(ended.status).toBe(204);
  expect(new Set(await everywhere())).toEqual(new Set([403]));
}, 180_000);
