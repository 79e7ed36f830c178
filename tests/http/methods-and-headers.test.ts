/** Only declared methods and addresses answer, and every answer is locked down (R079, R082, R092). */

import { METHODS } from 'node:http';

import { RefusalError } from '../../src/app/errors.js';
import { OPERATIONS } from '../../src/http/api/operations.js';
import { ID } from '../support/fake-use-cases.js';
import { sendPlain, startApi, type Api, type Sent } from '../support/http.js';

let api: Api;

beforeAll(async () => {
  api = await startApi({
    useCases: {
      verifyChallenge: async () => {
        throw new RefusalError('factor_locked', { retryAfterSeconds: 30 });
      },
      getPolicy: async () => {
        throw new Error('boom');
      },
    },
  });
});
afterAll(() => api.stop());

/** Each address with the methods it has; the open ones besides. */
const ROUTES = new Map<string, string[]>([
  ['/.well-known/jwks.json', ['GET', 'HEAD']],
  ['/openapi.yaml', ['GET', 'HEAD']],
  ['/docs', ['GET', 'HEAD']],
]);
for (const { path, method } of OPERATIONS) {
  const url = path.replace(/:\w+/g, 'x');
  const own = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
  ROUTES.set(url, [...(ROUTES.get(url) ?? []), ...own]);
}

// Somebody may be called "import".
ROUTES.get('/v1/companies/x/employees/import')?.push('GET', 'HEAD', 'PUT');

/** CONNECT opens a tunnel and is no request to a route; Node closes its connection. */
const SWEPT = METHODS.filter((method) => method !== 'CONNECT');

describe('R092: an address', () => {
  it.each([...ROUTES])('%s answers %j and refuses every other method', async (path, own) => {
    for (const method of SWEPT.filter((each) => !own.includes(each))) {
      const answer = await api.send({ method, path });
      expect({ method, status: answer.status }).toEqual({ method, status: 405 });
      expect(answer.headers['allow']?.split(', ').sort()).toEqual([...own].sort());
    }
  });

  it.each([
    '/',
    '/v1',
    '/v1/challenges/',
    '/V1/challenges',
    '/robots.txt',
    '/docs/',
    '/docs/../package.json',
    '/docs/package.json',
    '//v1/challenges',
  ])('%s is not there', async (path) => {
    expect(await api.send({ path })).toMatchObject({
      status: 404,
      json: { code: 'route_not_found' },
    });
  });

  it.each([
    '/metrics',
    '/health',
    '/health/live',
    '/health/ready',
    '/health/dependencies',
    '/admin',
  ])('R079: %s is not on the public listener', async (path) => {
    expect((await api.send({ path })).status).toBe(404);
  });

  it('R079: where DOCS=off the description is not there either', async () => {
    const closed = await startApi({ docs: false });
    for (const path of ['/docs', '/openapi.yaml', '/docs/open.js', '/docs/swagger-ui.css'])
      expect((await closed.send({ path })).status).toBe(404);
    await closed.stop();
  });

  it.each([...ROUTES.keys()])('R092: %s grants nothing to other origins', async (path) => {
    const headers = { Origin: 'https://evil.test', 'Access-Control-Request-Method': 'POST' };
    for (const method of ['OPTIONS', 'GET', 'POST']) {
      const answer = await api.send({ method, path, headers });
      const grants = Object.keys(answer.headers).filter((name) =>
        name.startsWith('access-control'),
      );
      expect(grants).toEqual([]);
    }
  });

  it('answers HEAD as GET without the body', async () => {
    const head = await api.send({ method: 'HEAD', path: `/v1/challenges/${ID}` });
    expect(head).toMatchObject({ status: 200, text: '' });
  });
});

/** One request for each status that the edge gives. */
const ONE_PER_STATUS: readonly (readonly [number, Sent])[] = [
  [200, { path: `/v1/challenges/${ID}` }],
  [201, { method: 'POST', path: '/v1/challenges', body: { companyId: 'a', userId: 'b' } }],
  [400, { method: 'POST', path: '/v1/challenges', body: '{' }],
  [401, { path: '/v1/companies', headers: { Authorization: '' } }],
  [404, { path: '/nowhere' }],
  [405, { method: 'TRACE', path: '/v1/challenges' }],
  [406, { path: '/v1/companies', headers: { Accept: 'image/png' } }],
  [413, { method: 'POST', path: '/v1/challenges', body: ' '.repeat(17_000) }],
  [415, { method: 'POST', path: '/v1/challenges', body: 'x', headers: { 'Content-Type': 'a/b' } }],
  [429, { method: 'POST', path: `/v1/challenges/${ID}/verify`, body: { code: '1' } }],
  [500, { path: '/v1/companies/acme/policy', headers: { 'Assay-Actor': 'admin:a' } }],
];

describe('R082: every answer', () => {
  it.each(ONE_PER_STATUS)('%i carries the same locked headers', async (status, sent) => {
    const answer = await api.send(sent);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';object-src 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(answer.headers['x-request-id']).toBeDefined();
    expect(Object.keys(answer.headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(x-powered-by|server|set-cookie)$/)]),
    );
  });

  it('R088: is the same whatever Host and forwarding headers say', async () => {
    const headers = {
      ...{ Host: 'evil.test', 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'http' },
      ...{ Forwarded: 'host=evil.test', 'X-Original-URL': '/metrics' },
    };
    const start = { method: 'POST', path: '/v1/challenges', body: { companyId: 'a', userId: 'b' } };
    const answer = await api.send({ ...start, headers });
    expect(answer.status).toBe(201);
    expect(JSON.stringify([answer.headers, answer.text])).not.toContain('evil');
  });
});

describe('the keys and the pages', () => {
  it('R071: the JWKS may be kept for minutes and is not sent twice', async () => {
    const first = await api.send({
      path: '/.well-known/jwks.json',
      headers: { Authorization: '' },
    });
    expect(first.headers['cache-control']).toBe('public, max-age=300');
    const headers = { 'If-None-Match': String(first.headers['etag']) };
    const again = await api.send({ path: '/.well-known/jwks.json', headers });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('the pages load from here alone and run nothing inline', async () => {
    const { port } = api.listener.address;
    const { headers, text } = await sendPlain(port, { path: '/docs' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(text).not.toMatch(/https?:|<script>|<style|\son\w+=/);
    const linked = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(linked).toHaveLength(3);
    for (const path of linked) expect((await sendPlain(port, { path })).status).toBe(200);
  });
});
