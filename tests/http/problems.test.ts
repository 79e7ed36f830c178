/** Whatever goes wrong is told as one closed problem, and nothing of its cause (R106). */

import { ERROR_CODES, RefusalError, StoreUnavailableError } from '../../src/app/errors.js';
import { CursorInvalidError } from '../../src/app/ports/page.js';
import { PROBLEM_TYPE_BASE, PROBLEMS, toProblem } from '../../src/http/problem.js';
import { ID } from '../support/fake-use-cases.js';
import { ACTOR, sendPlain, startApi, type Api } from '../support/http.js';

let api: Api;
let thrown: unknown;

beforeAll(async () => {
  const fail = async () => {
    throw thrown;
  };
  api = await startApi({ useCases: { getChallenge: fail, listCompanies: fail } });
});
afterAll(() => api.stop());

/** What the server tells when a use case throws. Not held against the description: some never do. */
function answerTo(error: unknown) {
  thrown = error;
  const headers = { Authorization: 'Bearer assay_test' };
  return sendPlain(api.listener.address.port, { path: `/v1/challenges/${ID}`, headers });
}

describe('a problem', () => {
  it.each(ERROR_CODES)('R106: tells %s with its own status, type and title', async (code) => {
    const answer = await answerTo(new RefusalError(code));
    const { status, title } = PROBLEMS[code];
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json).toMatchObject({ type: PROBLEM_TYPE_BASE + code, status, title, code });
  });

  it('names a kind alike in every installation, for good', () => {
    expect(PROBLEM_TYPE_BASE).toBe('urn:uuid:c13823b7-1108-46d7-9704-94c4301f6199#');
  });

  it('says the facts of a refusal and nothing else that hangs on it', async () => {
    const facts = { attemptsRemaining: 2, to: '+447700900123' };
    const { json } = await answerTo(new RefusalError('code_incorrect', facts));
    expect(Object.keys(json).sort()).toEqual(
      ['attemptsRemaining', 'code', 'instance', 'status', 'title', 'type'].sort(),
    );
  });

  it.each(['resend_cooldown', 'temporarily_unavailable', 'idempotency_in_progress'] as const)(
    'gives the wait of %s twice, in the header and in the body',
    async (code) => {
      const answer = await answerTo(new RefusalError(code, { retryAfterSeconds: 29.2 }));
      expect(answer.headers['retry-after']).toBe('30');
      expect(answer.json['retryAfterSeconds']).toBe(30);
    },
  );

  it.each(ERROR_CODES)('%s gives a wait where and only where its status promises one', (code) => {
    const wait = toProblem(code, {}, 'r').retryAfterSeconds;
    expect(wait).toBe([429, 503].includes(PROBLEMS[code].status) ? 1 : undefined);
  });

  it('turns a store that does not answer into 503 and reports which', async () => {
    const answer = await answerTo(new StoreUnavailableError('redis', 'timeout'));
    expect(answer).toMatchObject({ status: 503, json: { code: 'temporarily_unavailable' } });
    expect(answer.headers['retry-after']).toBe('1');
    expect(api.events.unavailable.at(-1)).toMatchObject({ part: 'redis', reason: 'timeout' });
  });

  it('turns a cursor that no page gave into 400 at the cursor', async () => {
    thrown = new CursorInvalidError();
    const answer = await api.send({ path: '/v1/companies?cursor=made-up', headers: ACTOR });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: 'query:cursor' }] } });
  });

  it.each([
    new Error('connect ECONNREFUSED 127.0.0.1:5432 +447700900123'),
    Object.assign(new Error('boom'), { status: 418, expose: true }),
    Object.assign(new Error('line\n    at secret 493817'), { command: { args: ['493817'] } }),
    'a string',
    null,
    undefined,
  ])('R106: shows of a bug nothing but the request id (%#)', async (bug) => {
    const answer = await answerTo(bug);
    const requestId = String(answer.headers['x-request-id']);
    expect(answer.status).toBe(500);
    expect(answer.json).toStrictEqual({
      ...{ type: `${PROBLEM_TYPE_BASE}internal_error`, ...PROBLEMS.internal_error },
      ...{ instance: `urn:uuid:${requestId}`, code: 'internal_error' },
    });
    const reported = api.events.bugs.at(-1);
    expect(reported?.requestId).toBe(requestId);
    expect(JSON.stringify(reported)).not.toMatch(/493817|7700900123|ECONN|secret/);
  });

  it('reports where a bug was thrown', async () => {
    await answerTo(new TypeError('x'));
    expect(api.events.bugs.at(-1)?.errorName).toBe('TypeError');
    expect(api.events.bugs.at(-1)?.frames[0]).toMatch(/^at .*problems\.test/);
  });

  it('takes over a fitting X-Request-Id and makes its own in place of any other', async () => {
    const named = await api.send({ path: '/nowhere', headers: { 'X-Request-Id': 'trace.7_a-b' } });
    expect(named.headers['x-request-id']).toBe('trace.7_a-b');
    expect(named.json['instance']).toBe('urn:x-request-id:trace.7_a-b');
    for (const id of ['a b', '<x>', 'x'.repeat(65), '{"a":1}']) {
      const answer = await api.send({ path: '/nowhere', headers: { 'X-Request-Id': id } });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('reports every answer with its operation, client, status and code', async () => {
    thrown = new RefusalError('challenge_not_found');
    await api.send({ path: `/v1/challenges/${ID}`, headers: { 'X-Request-Id': 'seen' } });
    const reported = api.events.answered.find(({ requestId }) => requestId === 'seen');
    expect(reported).toEqual({
      ...{ requestId: 'seen', operationId: 'getChallenge', method: 'GET', status: 404 },
      ...{ code: 'challenge_not_found', clientId: 'login', durationMs: 0, isShed: false },
    });
  });
});
