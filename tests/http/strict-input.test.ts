/** Bodies and queries that could mean two things, or too much, are refused before anything looks at them (R105). */

import { gzipSync } from 'node:zlib';

import { ACTOR, startApi, type Api } from '../support/http.js';

let api: Api;
let reached = 0;

beforeAll(async () => {
  const { fakeUseCases } = await import('../support/fake-use-cases.js');
  api = await startApi({
    useCases: {
      startChallenge: (...args) => {
        reached += 1;
        return fakeUseCases.startChallenge(...args);
      },
    },
  });
});
afterAll(() => api.stop());
beforeEach(() => {
  reached = 0;
});

const GOOD = '{"companyId":"acme","userId":"u-1"}';

function post(body: string | Uint8Array, headers: Record<string, string> = {}) {
  return api.send({ method: 'POST', path: '/v1/challenges', body, headers });
}

function deep(levels: number): string {
  return `{"companyId":"acme","userId":"u-1","context":${'['.repeat(levels)}${']'.repeat(levels)}}`;
}

describe('R105: a body', () => {
  it.each([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['application/json;charset="UTF-8"'],
  ])('is read as %s', async (type) => {
    expect((await post(GOOD, { 'Content-Type': type })).status).toBe(201);
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=utf-16'],
    ['application/json; charset=latin1'],
    ['application/merge-patch+json'],
    ['application/json, text/plain'],
    [''],
  ])('of type "%s" is 415', async (type) => {
    const answer = await post(GOOD, { 'Content-Type': type });
    expect(answer).toMatchObject({ status: 415, json: { code: 'unsupported_media_type' } });
    expect(reached).toBe(0);
  });

  it('that is compressed is 415', async () => {
    const answer = await post(gzipSync(GOOD), {
      ...{ 'Content-Encoding': 'gzip', 'Content-Length': String(gzipSync(GOOD).length) },
    });
    expect(answer.status).toBe(415);
  });

  it('over 16 kB is 413, whether it says its length or not', async () => {
    const large = JSON.stringify({ companyId: 'acme', userId: 'u-1', nonce: 'n'.repeat(17_000) });
    expect(await post(large)).toMatchObject({ status: 413, json: { code: 'payload_too_large' } });
    const chunked = await api.send({
      ...{ method: 'POST', path: '/v1/challenges', body: large },
      headers: { 'Transfer-Encoding': 'chunked', 'Content-Length': [] },
    });
    expect(chunked.status).toBe(413);
  });

  it('of exactly 16 kB is read', async () => {
    expect((await post(GOOD.padEnd(16 * 1_024))).status).toBe(201);
  });

  it.each([
    ['nothing where an object is needed', ''],
    ['a duplicate name', '{"companyId":"acme","companyId":"other","userId":"u-1"}'],
    ['a duplicate name in escapes', '{"companyId":"acme","company\\u0049d":"b","userId":"u-1"}'],
    ['__proto__', '{"companyId":"acme","userId":"u-1","__proto__":{"isAdmin":true}}'],
    ['constructor', '{"companyId":"acme","userId":"u-1","constructor":{}}'],
    ['a nested __proto__', '{"companyId":"acme","userId":"u-1","context":{"__proto__":{}}}'],
    ['trailing text', `${GOOD}x`],
    ['two values', `${GOOD}${GOOD}`],
    ['a comment', `${GOOD}// nothing`],
    ['a trailing comma', '{"companyId":"acme","userId":"u-1",}'],
    ['single quotes', "{'companyId':'acme','userId':'u-1'}"],
    ['half an object', '{"companyId":"acme"'],
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['nine levels', deep(9)],
    ['eight thousand levels', deep(8_000)],
    ['an unclosed abyss', '['.repeat(16_000)],
    ['an array', '[]'],
    ['null', 'null'],
    ['a string', '"companyId"'],
    ['a huge number', '{"companyId":1e999,"userId":"u-1"}'],
  ])('with %s is 400', async (_name, body) => {
    const answer = await post(body, { 'Content-Type': 'application/json' });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
    expect(reached).toBe(0);
  });

  it('that is not UTF-8 is 400', async () => {
    const bytes = Buffer.from(GOOD.replace('acme', 'ac\u00e9'), 'latin1');
    expect(await post(bytes)).toMatchObject({ status: 400, json: { errors: [{ pointer: '#' }] } });
  });

  it('points at the name that came twice', async () => {
    const answer = await post(
      '{"companyId":"a","userId":"b","context":{"userAgent":"","userAgent":""}}',
    );
    expect(answer.json['errors']).toEqual([
      { pointer: '#/context/userAgent', detail: 'holds the same name twice' },
    ]);
  });

  it('is refused where an operation takes none', async () => {
    const answer = await api.send({ path: '/v1/companies', headers: ACTOR, body: {} });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: '#' }] } });
  });
});

describe('R105: a query', () => {
  it.each([
    ['limit=1&limit=2', 'query:limit'],
    ['limit=1&%6cimit=2', 'query:limit'],
    ['limit=0', 'query:limit'],
    ['limit=201', 'query:limit'],
    ['limit=1e2', 'query:limit'],
    ['limit=', 'query:limit'],
    ['limit[]=5', 'query:'],
    ['cursor=', 'query:cursor'],
    ['cursor=%00', 'query:cursor'],
    ['offset=3', 'query:offset'],
    ['__proto__=3', 'query:__proto__'],
  ])('%s is 400 at %s', async (query, pointer) => {
    const answer = await api.send({ path: `/v1/companies?${query}`, headers: ACTOR });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer }] } });
  });

  it('is refused where an operation takes none', async () => {
    const answer = await api.send({ method: 'POST', path: '/v1/challenges?ttl=9', body: GOOD });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: 'query:ttl' }] } });
  });
});
