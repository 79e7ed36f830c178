/** Nobody reaches a use case without a live credential and the scope of the call (R075, R080). */

import { StoreUnavailableError } from '../../src/app/errors.js';
import { SCOPES } from '../../src/app/ports/client-store.js';
import { OPERATIONS } from '../../src/http/api/operations.js';
import { startApi, type Api } from '../support/http.js';

const CALLS = OPERATIONS.map(({ id, method, path, scopes }) => ({
  ...{
    id,
    scopes,
    scope: scopes.join(' or '),
    method: method.toUpperCase(),
    path: path.replace(/:\w+/g, 'x'),
  },
}));

async function withApi(options: Parameters<typeof startApi>[0], run: (api: Api) => Promise<void>) {
  const api = await startApi(options);
  try {
    await run(api);
  } finally {
    await api.stop();
  }
}

describe('a caller', () => {
  it.each(CALLS)('R075: of $id without a credential is 401', async ({ method, path }) => {
    await withApi({}, async (api) => {
      const answer = await api.send({ method, path, headers: { Authorization: '' } });
      expect(answer).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(api.events.refusedCredentials).toHaveLength(1);
    });
  });

  it.each(CALLS)('of $id with every scope but $scope is 403, and told which', async (call) => {
    const scopes = SCOPES.filter((scope) => !call.scopes.includes(scope));
    await withApi({ scopes }, async (api) => {
      const answer = await api.send({ method: call.method, path: call.path });
      expect(answer).toMatchObject({ status: 403, json: { requiredScope: call.scope } });
    });
  });

  it('R080: is the same 401 for every wrong credential, and none is looked at twice', async () => {
    await withApi({}, async (api) => {
      const wrong = [
        'Bearer',
        'Bearer ',
        'Bearer x',
        'Bearer assay_test x',
        'Basic YTpi',
        'x',
        'Bearer eyJ.a.b',
      ];
      const answers = await Promise.all(
        wrong.map((Authorization) =>
          api.send({ path: '/v1/companies', headers: { Authorization } }),
        ),
      );
      const kinds = answers.map(({ status, json }) => [status, json['code']]);
      expect(new Set(kinds.map(String))).toEqual(new Set(['401,unauthenticated']));
      const cookie = { Authorization: '', Cookie: 'session=assay_test' };
      expect((await api.send({ path: '/v1/companies', headers: cookie })).status).toBe(401);
    });
  });

  it('may write the scheme as it likes', async () => {
    await withApi({}, async (api) => {
      const headers = { Authorization: 'bEARER  assay_test', 'Assay-Actor': 'system:s' };
      expect((await api.send({ path: '/v1/companies', headers })).status).toBe(200);
    });
  });

  it('is 503, never 401, while the list of clients is too old', async () => {
    const find = () => {
      throw new StoreUnavailableError('postgres', 'clients_stale');
    };
    await withApi({ find }, async (api) => {
      const answer = await api.send({ path: '/v1/companies' });
      expect(answer).toMatchObject({ status: 503, json: { code: 'temporarily_unavailable' } });
    });
  });

  it('without a credential is refused before its body is read', async () => {
    await withApi({}, async (api) => {
      const headers = { Authorization: '', 'Content-Type': 'text/plain' };
      const answer = await api.send({ method: 'POST', path: '/v1/challenges', headers, body: '{' });
      expect(answer.status).toBe(401);
    });
  });

  it('that takes no JSON is 406', async () => {
    await withApi({}, async (api) => {
      const headers = { Accept: 'text/html' };
      const answer = await api.send({ path: '/v1/companies', headers });
      expect(answer).toMatchObject({ status: 406, json: { code: 'not_acceptable' } });
    });
  });
});
