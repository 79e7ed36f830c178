/** A policy is changed only by those who name the version they saw. */

import { RefusalError } from '../../src/app/errors.js';
import { POLICY } from '../support/fake-use-cases.js';
import { ACTOR, startApi, type Api } from '../support/http.js';

let api: Api;
let expected: number[] = [];

beforeAll(async () => {
  api = await startApi({
    useCases: {
      putPolicy: async (_call, _companyId, { expectedVersion }) => {
        expected.push(expectedVersion);
        if (expectedVersion !== 3) throw new RefusalError('precondition_failed');
        return { ...POLICY, version: 4 };
      },
    },
  });
});
afterAll(() => api.stop());
beforeEach(() => {
  expected = [];
});

const PATH = '/v1/companies/acme/policy';

function put(ifMatch: string | undefined) {
  const headers = { ...ACTOR, ...(ifMatch !== undefined && { 'If-Match': ifMatch }) };
  return api.send({ method: 'PUT', path: PATH, headers, body: { mode: 'off' } });
}

describe('the policy ETag', () => {
  it('is what GET gives, what PUT takes, and changes with the version', async () => {
    const { headers } = await api.send({ path: PATH, headers: ACTOR });
    expect(headers['etag']).toBe('"v3"');
    const changed = await put(headers['etag']);
    expect(changed).toMatchObject({ status: 200, json: { version: 4 } });
    expect(changed.headers['etag']).toBe('"v4"');
    expect(expected).toEqual([3]);
  });

  it.each([undefined, '*', ' * '])('If-Match %j names no version: 428', async (ifMatch) => {
    expect(await put(ifMatch)).toMatchObject({
      status: 428,
      json: { code: 'precondition_required' },
    });
    expect(expected).toEqual([]);
  });

  it.each(['"v2"', 'W/"v3"', '"abc"', '""', '"v03"', '"v99999999999999999999"'])(
    'If-Match %s is not the version: 412',
    async (ifMatch) => {
      expect(await put(ifMatch)).toMatchObject({
        status: 412,
        json: { code: 'precondition_failed' },
      });
    },
  );

  it.each(['v3', '3', '"v3", "v4"', '"v3', ''])(
    'If-Match %j is no entity tag: 400',
    async (ifMatch) => {
      const answer = await put(ifMatch);
      expect(answer).toMatchObject({
        status: 400,
        json: { errors: [{ pointer: 'header:If-Match' }] },
      });
      expect(expected).toEqual([]);
    },
  );
});
