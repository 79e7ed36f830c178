/** The client of the login service: what it sends, and what it takes for an answer. */

import { createServer } from 'node:http';

import { createAssayClient } from '../../src/client/assay-client.js';
import { listenOnLoopback } from '../support/loopback.js';
import { APPROVED, ENROLMENT, FakeAssay, ID, json, NONCE, PENDING, verify } from './fake-assay.js';

describe('what is sent', () => {
  it('is the call with its credential and a key of its own', async () => {
    const assay = new FakeAssay([json(200, APPROVED), json(200, APPROVED)]);
    await verify(assay);
    await verify(assay);
    const [first, second] = assay.requests;
    expect(first?.request.method).toBe('POST');
    expect(first?.request.url).toBe(`https://assay.example/v1/challenges/${ID}/verify`);
    expect(JSON.parse(first?.body ?? '')).toEqual({ code: '493 817', nonce: NONCE });
    expect(assay.header(0, 'authorization')).toBe('Bearer secret-1');
    expect(assay.header(0, 'idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.request.headers.get('idempotency-key')).not.toBe(
      assay.header(0, 'idempotency-key'),
    );
  });

  it('opens a link into the portal and ends what came of it, each for an actor', async () => {
    const url = 'https://assay.example/portal/x';
    const expiresAt = '2026-11-22T09:35:00.000Z';
    const gone = () => new Response(null, { status: 204 });
    const assay = new FakeAssay([json(201, { url, expiresAt }), gone(), gone(), json(200, {})]);
    const person = { companyId: 'acme', userId: 'u-1' };
    const opened = await assay.client.openPortalSession({ ...person, role: 'admin' }, 'admin:u-1');
    expect(opened).toEqual({ outcome: 'opened', url, expiresAt: new Date(expiresAt) });
    const end = (more: object) =>
      assay.client.endPortalSessions({ ...person, ...more }, 'system:hr');
    expect(await end({})).toEqual({ outcome: 'ended' });
    expect(await end({ role: 'admin' })).toEqual({ outcome: 'ended' });
    expect(await end({})).toMatchObject({ outcome: 'unavailable', reason: 'unrecognised' });
    expect(assay.requests.map(({ request }) => [request.method, request.url.slice(21)])).toEqual([
      ['POST', '/v1/portal-sessions'],
      ['DELETE', '/v1/portal-sessions?companyId=acme&userId=u-1'],
      ['DELETE', '/v1/portal-sessions?companyId=acme&userId=u-1&role=admin'],
      ['DELETE', '/v1/portal-sessions?companyId=acme&userId=u-1'],
    ]);
    expect(assay.header(0, 'assay-actor')).toBe('admin:u-1');
    expect(assay.header(1, 'assay-actor')).toBe('system:hr');
  });

  it('decision 24: redeems what the redirect brought, and takes no other approval for it', async () => {
    const assay = new FakeAssay([
      json(200, APPROVED),
      json(200, { ...APPROVED, nonce: 'another' }),
    ]);
    const back = { challengeId: ID, nonce: NONCE, returnCode: 'r-1' };
    expect(await assay.client.redeem(back)).toMatchObject({ outcome: 'approved' });
    expect(assay.requests[0]?.request.url).toBe(`https://assay.example/v1/challenges/${ID}/redeem`);
    const body = JSON.parse(assay.requests[0]?.body ?? '') as unknown;
    expect(body).toEqual({ nonce: NONCE, returnCode: 'r-1' });
    expect(await assay.client.redeem(back)).toMatchObject({ outcome: 'unavailable' });
  });

  it('has each call in its place', async () => {
    const assay = new FakeAssay([
      json(201, PENDING),
      json(200, PENDING),
      json(201, PENDING),
      json(200, { id: ID, status: 'canceled' }),
      json(200, PENDING),
    ]);
    await assay.client.startChallenge({ companyId: 'acme', userId: 'u-1001', nonce: NONCE });
    await assay.client.resend(ID);
    await assay.client.enrol({
      challengeId: ID,
      phoneNumber: '+44 7700 900123',
      noticeVersion: 'v1',
    });
    await assay.client.cancel(ID, { reason: 'skipped' });
    await assay.client.getChallenge(ID);
    expect(
      assay.requests.map(({ request, body }) => [
        request.method,
        new URL(request.url).pathname,
        body,
      ]),
    ).toEqual([
      ['POST', '/v1/challenges', `{"companyId":"acme","userId":"u-1001","nonce":"${NONCE}"}`],
      ['POST', `/v1/challenges/${ID}/resend`, ''],
      [
        'POST',
        `/v1/challenges/${ID}/enrolment`,
        '{"phoneNumber":"+44 7700 900123","noticeVersion":"v1"}',
      ],
      ['POST', `/v1/challenges/${ID}/cancel`, '{"reason":"skipped"}'],
      ['GET', `/v1/challenges/${ID}`, ''],
    ]);
    expect(assay.header(4, 'idempotency-key')).toBeNull();
  });

  it('asks a rotating credential each time', async () => {
    const credentials = ['old', 'new'];
    const assay = new FakeAssay(['lost', json(200, APPROVED)], {
      credential: () => credentials.shift() ?? '',
    });
    await verify(assay);
    expect([assay.header(0, 'authorization'), assay.header(1, 'authorization')]).toEqual([
      'Bearer old',
      'Bearer new',
    ]);
  });

  it('goes over plain http only where that was said', () => {
    const make = (baseUrl: string, allowPlainHttp = false) =>
      new FakeAssay([], { baseUrl, allowPlainHttp });
    expect(() => make('http://assay.internal')).toThrow(TypeError);
    expect(make('http://assay.internal', true)).toBeInstanceOf(FakeAssay);
    expect(make('http://127.0.0.1:3000')).toBeInstanceOf(FakeAssay);
  });

  it('takes the credential to no other address, whatever a redirect says', async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    const port = await listenOnLoopback(server);
    const client = createAssayClient({
      baseUrl: `http://127.0.0.1:${port}`,
      credential: 's',
      sleep: () => Promise.resolve(),
    });
    await expect(client.resend(ID)).resolves.toMatchObject({
      outcome: 'unavailable',
      reason: 'network',
    });
    expect(new Set(seen)).toEqual(new Set([`/v1/challenges/${ID}/resend`]));
    server.closeAllConnections();
    server.close();
  });
});

describe('approved', () => {
  it('is a 200 that says so for this challenge and nonce, with a token', async () => {
    await expect(verify(new FakeAssay([json(200, APPROVED)]))).resolves.toEqual({
      outcome: 'approved',
      token: 'a.b.c',
      tokenExpiresAt: new Date('2026-11-22T09:32:00Z'),
      challengeId: ID,
      companyId: 'acme',
      userId: 'u-1001',
      nonce: NONCE,
    });
  });

  it.each([
    ['an unknown status', 200, { ...APPROVED, status: 'approved_with_conditions' }],
    ['another case', 200, { ...APPROVED, status: 'Approved' }],
    ['no status', 200, { ...APPROVED, status: undefined }],
    ['pending', 200, PENDING],
    ['another challenge', 200, { ...APPROVED, challengeId: 'other' }],
    ['another nonce', 200, { ...APPROVED, nonce: 'another-nonce-0000' }],
    ['no nonce', 200, { ...APPROVED, nonce: null }],
    ['no token', 200, { ...APPROVED, token: undefined }],
    ['an empty token', 200, { ...APPROVED, token: '' }],
    ['no expiry', 200, { ...APPROVED, tokenExpiresAt: undefined }],
    ['201', 201, APPROVED],
    ['202', 202, APPROVED],
    ['a list', 200, [APPROVED]],
    ['null', 200, null],
    ['true', 200, true],
    ['a 422 with the body of an approval', 422, APPROVED],
    ['a 500 with the body of an approval', 500, APPROVED],
  ])('is not: %s', async (_name, status, body) => {
    const answer = await verify(new FakeAssay([json(status, body)]));
    expect(answer.outcome).toBe('unavailable');
  });

  it('is not a page that some proxy sent', async () => {
    const page = new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } });
    await expect(verify(new FakeAssay([page]))).resolves.toMatchObject({
      outcome: 'unavailable',
      reason: 'unrecognised',
    });
  });
});

describe('start', () => {
  const start = (answer: Response) =>
    new FakeAssay([answer]).client.startChallenge({ companyId: 'acme', userId: 'u-1001' });

  it('tells its three answers apart', async () => {
    await expect(start(json(201, PENDING))).resolves.toEqual({
      outcome: 'pending',
      challenge: PENDING,
    });
    await expect(start(json(201, ENROLMENT))).resolves.toEqual({
      outcome: 'enrolment_required',
      challenge: ENROLMENT,
    });
    await expect(
      start(json(200, { status: 'not_required', reason: 'policy_off' })),
    ).resolves.toEqual({
      outcome: 'not_required',
      reason: 'policy_off',
    });
  });

  it.each([
    ['an unknown reason', 200, { status: 'not_required', reason: 'maintenance' }],
    ['no reason', 200, { status: 'not_required' }],
    ['201', 201, { status: 'not_required', reason: 'policy_off' }],
    ['503', 503, { status: 'not_required', reason: 'policy_off' }],
    ['an unknown status', 200, { status: 'waived', reason: 'policy_off' }],
    ['canSkip that is text', 201, { ...ENROLMENT, enrolment: { canSkip: 'false' } }],
    ['an approval', 200, APPROVED],
  ])('never takes for "not required" or "may skip": %s', async (_name, status, body) => {
    await expect(start(json(status, body))).resolves.toMatchObject({ outcome: 'unavailable' });
  });
});
