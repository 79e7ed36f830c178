/** R063, R076: no header, spelling of an address or other way around lets anybody further than their credential. */

import { sendPlain, type Answer, type Sent } from '../support/http.js';
import { inProcessHere } from '../support/in-process.js';
import { ASKS, scopesOf, type Ask } from './described.js';
import { bytesOf, knock, mightiest, openWorld, requestOf, type World } from './knock.js';

const assay = inProcessHere();
let world: World;
beforeAll(async () => {
  world = await openWorld(assay());
}, 120_000);

const guarded = ASKS.filter(
  ({ operation, role }) => scopesOf(operation).length > 0 && role !== 'support',
);
const named = (asks: readonly Ask[]) => asks.map((each) => [each.name, each] as const);
const credential = () => ({ Authorization: `Bearer ${mightiest(world.clients).credential}` });

/** What proxies, frameworks and debuggers have been known to believe; OWN is the company that is let in. */
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'X-Company-Id': 'OWN', 'X-Tenant-Id': 'OWN', 'X-Client-Id': 'OWN', 'Assay-Company': 'OWN' },
  { Host: 'localhost', 'X-Forwarded-Host': 'localhost', Forwarded: 'for=127.0.0.1;host=localhost' },
  { Host: 'evil.test', 'X-Host': 'evil.test', 'X-Forwarded-Server': 'evil.test' },
  { 'X-Original-URL': '/v1/companies/OWN', 'X-Rewrite-URL': '/v1/companies/OWN' },
  { 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '10.0.0.1', 'X-Client-IP': '127.0.0.1' },
  { 'X-HTTP-Method-Override': 'GET', 'X-HTTP-Method': 'GET', 'X-Method-Override': 'GET' },
  { 'X-Debug': '1', 'X-Admin': 'true', 'X-Internal': '1', 'User-Agent': 'assay-internal' },
  { 'X-Forwarded-User': 'admin', 'X-Remote-User': 'admin', 'X-Auth-Scopes': 'challenges,audit' },
  { 'Assay-Actor': 'admin:root', 'Assay-Step-Up': 'x.y.z', 'X-Api-Version': '0' },
];

const forOwn = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replaceAll('OWN', world.places.own.companyId),
    ]),
  );

describe('a header says nothing of who calls, nor of whom they may name', () => {
  it.each(named(guarded))('%s', async (_, ask) => {
    const { own, foreign } = world.places;
    const place = ask.names === 'nothing' ? own : foreign;
    const request = await requestOf(assay(), ask, { place });
    const stranger = bytesOf(await knock(world, request, {}));
    const [noScope] = world.clients;
    const refused = bytesOf(await knock(world, request, noScope?.headers ?? {}));
    const elsewhere = bytesOf(await knock(world, request, credential()));
    expect([stranger.status, refused.status]).toEqual([401, 403]);
    for (const headers of HEADERS.map(forOwn)) {
      const withThem = async (more: Readonly<Record<string, string>> = {}) =>
        bytesOf(await knock(world, request, { ...headers, ...more }));
      expect([headers, await withThem()]).toEqual([headers, stranger]);
      expect([headers, await withThem(noScope?.headers)]).toEqual([headers, refused]);
      if (ask.names === 'nothing') continue;
      expect(elsewhere.status).toBe(404);
      expect([headers, await withThem(credential())]).toEqual([headers, elsewhere]);
    }
  });
});

/** Other spellings of `/v1/…`, which another server might take for the same. */
const SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  'another version': (path) => path.replace('/v1', '/v0'),
  'no version': (path) => path.replace('/v1', ''),
  'capital letters': (path) => path.replace('/v1', '/V1'),
  'a capital word': (path) =>
    path.replace(/\/([a-z])(?=[^/]*(\/|$))/, (_, a: string) => `/${a.toUpperCase()}`),
  'a slash at the end': (path) => path.replace(/(\?|$)/, '/$1'),
  'two slashes': (path) => `/${path}`,
  'two slashes within': (path) => path.replace('/v1/', '/v1//'),
  'a dot segment': (path) => path.replace('/v1/', '/v1/./'),
  'a way up': (path) => path.replace('/v1/', '/.well-known/../v1/'),
  'an encoded way up': (path) => path.replace('/v1/', '/docs/%2e%2e/v1/'),
  'an encoded letter': (path) => path.replace('/v1', '/%76%31'),
  'an encoded slash': (path) => path.replace('/v1/', '/v1%2f'),
  'a backslash': (path) => path.replace('/v1/', '/v1\\'),
  'a parameter': (path) => path.replace('/v1/', '/v1;a=b/'),
  'an end of text': (path) => path.replace(/(\?|$)/, '%00$1'),
  'an extension': (path) => path.replace(/(\?|$)/, '.json$1'),
  'another host': (path) => `http://localhost${path}`,
  'a whole address': (path) => assay().url + path,
};

async function sendTo(
  request: Sent,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const port = Number(new URL(assay().url).port);
  return sendPlain(port, { ...request, path, headers: { ...request.headers, ...headers } });
}

describe('another spelling of an address leads nowhere that its own spelling does not', () => {
  it.each(named(guarded))('%s', async (_, ask) => {
    const { own, foreign } = world.places;
    const place = ask.names === 'nothing' ? own : foreign;
    const request = await requestOf(assay(), ask, { place });
    const [noScope] = world.clients;
    for (const [name, spell] of Object.entries(SPELLINGS)) {
      const path = spell(request.path);
      const stranger = await sendTo(request, path, {});
      expect([name, [400, 401, 404, 405]]).toEqual([
        name,
        expect.arrayContaining([stranger.status]),
      ]);
      const refused = await sendTo(request, path, noScope?.headers ?? {});
      expect([name, [400, 403, 404, 405]]).toEqual([
        name,
        expect.arrayContaining([refused.status]),
      ]);
      if (ask.names === 'nothing') continue;
      const elsewhere = await sendTo(request, path, credential());
      expect([name, [400, 404, 405]]).toEqual([name, expect.arrayContaining([elsewhere.status])]);
    }
  });

  it('also where letters of the company are encoded, or another company is named beside it', async () => {
    const { own, foreign } = world.places;
    const path = `/v1/companies/${foreign.companyId}`;
    const headers = { 'Assay-Actor': 'system:tests' };
    const get = (at: string) => sendTo({ path: at, headers }, at, credential());
    const encoded = `/v1/companies/%63${foreign.companyId.slice(1)}`;
    expect((await get(encoded)).json['code']).toBe('company_not_found');
    for (const at of [
      `${path}?companyId=${own.companyId}`,
      `/v1/companies/${own.companyId}?companyId=${foreign.companyId}`,
      `/v1/companies/${own.companyId}%2f..%2f${foreign.companyId}`,
      `/v1/companies/${own.companyId}%00${foreign.companyId}`,
      `/v1/companies/${own.companyId},${foreign.companyId}`,
      `/v1/companies/*`,
    ])
      expect([at, [400, 404]]).toEqual([at, expect.arrayContaining([(await get(at)).status])]);
  });

  it('also with the method HEAD', async () => {
    const reading = guarded.filter(({ operation }) => operation.method === 'get');
    expect(reading.length).toBeGreaterThan(5);
    for (const ask of reading) {
      const request = await requestOf(assay(), ask, { place: world.places.own });
      const head = { ...request, method: 'HEAD' };
      expect((await sendTo(head, request.path, {})).status).toBe(401);
      expect((await sendTo(head, request.path, world.clients[0]?.headers ?? {})).status).toBe(403);
      expect((await sendTo(head, request.path, credential())).status).toBe(200);
    }
  });
});

it('R080: a cookie adds nothing to a credential, nor a credential in an address', async () => {
  const { own } = world.places;
  const path = `/v1/companies/${own.companyId}`;
  const session = world.strangers.find(({ name }) => name === 'the session of admin');
  const [noScope] = world.clients;
  const both = { ...session?.headers, ...noScope?.headers };
  expect((await sendTo({ path }, path, both)).json['code']).toBe('forbidden');
  const { credential: secret } = mightiest(world.clients);
  for (const name of ['access_token', 'token', 'credential', 'authorization'])
    expect((await sendTo({ path }, `${path}?${name}=${secret}`, {})).status).toBe(401);
  for (const name of ['X-Api-Key', 'Proxy-Authorization', 'X-Authorization', 'Cookie'])
    expect((await sendTo({ path }, path, { [name]: `Bearer ${secret}` })).status).toBe(401);
});
