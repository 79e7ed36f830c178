/** Every operation answers as openapi.yaml describes it, and hands its use case what was sent. */

import type { Call } from '../../src/app/call.js';
import type { UseCases } from '../../src/app/use-cases.js';
import {
  APPROVED,
  COMPANY,
  EMPLOYEE as PERSON,
  ID,
  IMPORTED,
  POLICY,
  PREVIEW,
} from '../support/fake-use-cases.js';
import { ACTOR, startApi, type Api, type ApiOptions, type Sent } from '../support/http.js';
import { DESCRIBED, seenOperations } from '../support/openapi.js';

/** Keeps the calls that reach a use case and answers what it is told to. */
function spy<Name extends keyof UseCases>(name: Name, answer: Awaited<ReturnType<UseCases[Name]>>) {
  const calls: unknown[][] = [];
  const useCases = {
    [name]: async (...args: unknown[]) => {
      calls.push(args);
      return answer;
    },
  };
  return { calls, useCases };
}

async function withApi<Result>(
  options: ApiOptions,
  run: (api: Api) => Promise<Result>,
): Promise<Result> {
  const api = await startApi(options);
  try {
    return await run(api);
  } finally {
    await api.stop();
  }
}

const START = { companyId: 'acme', userId: 'u-1' };
const EMPLOYEE = '/v1/companies/acme/employees/u-1';

const ONE_OF_EACH: readonly (Sent & { readonly status: number })[] = [
  { method: 'POST', path: '/v1/challenges', body: START, status: 201 },
  { path: `/v1/challenges/${ID}`, status: 200 },
  { method: 'POST', path: `/v1/challenges/${ID}/verify`, body: { code: '12' }, status: 200 },
  { method: 'POST', path: `/v1/challenges/${ID}/resend`, status: 200 },
  { method: 'POST', path: `/v1/challenges/${ID}/cancel`, status: 200 },
  {
    ...{ method: 'POST', path: `/v1/challenges/${ID}/redeem`, status: 200 },
    body: { nonce: 'n'.repeat(16), returnCode: 'r'.repeat(43) },
  },
  {
    ...{ method: 'POST', path: `/v1/challenges/${ID}/enrolment`, status: 201 },
    body: { phoneNumber: '07700 900123', noticeVersion: '2026-11' },
  },
  {
    ...{ method: 'PUT', path: '/v1/companies/acme', headers: ACTOR, status: 201 },
    body: { displayName: 'Acme', defaultCountry: 'GB' },
  },
  { path: '/v1/companies/acme', headers: ACTOR, status: 200 },
  { path: '/v1/companies?limit=1', headers: ACTOR, status: 200 },
  { path: '/v1/companies/acme/policy', headers: ACTOR, status: 200 },
  {
    ...{ method: 'PUT', path: '/v1/companies/acme/policy', status: 200, body: { mode: 'off' } },
    headers: { ...ACTOR, 'If-Match': '"v3"' },
  },
  {
    ...{ method: 'POST', path: '/v1/companies/acme/policy/preview', status: 200 },
    ...{ headers: ACTOR, body: { mode: 'off' } },
  },
  {
    ...{ method: 'POST', path: '/v1/companies/acme/employees/import', status: 200 },
    ...{ headers: ACTOR, body: { employees: [{ userId: 'u-1' }] } },
  },
  { path: '/v1/companies/acme/notice?locale=en-GB', status: 200 },
  { path: '/v1/companies/acme/employees?status=locked', headers: ACTOR, status: 200 },
  { path: EMPLOYEE, headers: ACTOR, status: 200 },
  { method: 'PUT', path: EMPLOYEE, headers: ACTOR, status: 201 },
  {
    ...{ method: 'POST', path: `${EMPLOYEE}/enrolment-grants`, headers: ACTOR, status: 201 },
    body: { reason: 'New here' },
  },
  {
    ...{ method: 'POST', path: `${EMPLOYEE}/reset`, headers: ACTOR, status: 200 },
    body: { reason: 'Lost' },
  },
  {
    ...{ method: 'POST', path: `${EMPLOYEE}/phone`, headers: ACTOR, status: 201 },
    body: { phoneNumber: '07700 900123', noticeVersion: '2026-11' },
  },
  { method: 'DELETE', path: `${EMPLOYEE}/phone`, headers: ACTOR, status: 204 },
  {
    ...{ method: 'POST', path: '/v1/portal-sessions', headers: ACTOR, status: 201 },
    body: { ...START, role: 'employee' },
  },
  {
    ...{ method: 'DELETE', headers: ACTOR, status: 204 },
    path: '/v1/portal-sessions?companyId=acme&userId=u-1&role=employee',
  },
  { path: '/v1/companies/acme/audit-events?kind=policy.changed', status: 200 },
  {
    ...{ method: 'POST', path: `/v1/twilio/status/${'t'.repeat(32)}`, status: 204 },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'MessageStatus=delivered',
  },
  { path: '/.well-known/jwks.json', status: 200 },
  { path: '/openapi.yaml', status: 200 },
  { path: '/docs', status: 200 },
];

describe('the operations', () => {
  it('answer each as openapi.yaml describes, and none is left out', async () => {
    const receipt = { providerId: null, status: null, reason: null, providerCode: null };
    await withApi({ listener: { receipts: { read: () => receipt } } }, async (api) => {
      for (const { status, ...sent } of ONE_OF_EACH)
        expect({ sent, status: (await api.send(sent)).status }).toEqual({ sent, status });
    });
    expect([...seenOperations].sort()).toEqual(DESCRIBED.map(({ id }) => id).sort());
  });

  it('hand the start to its use case with the client, the actor, the key and the deadline', async () => {
    const { calls, useCases } = spy('startChallenge', {
      ...{ status: 'not_required', reason: 'policy_off' },
    });
    const body = { ...START, nonce: 'n'.repeat(16), locale: 'en', context: { userAgent: 'x' } };
    const answer = await withApi({ useCases }, (api) =>
      api.send({
        ...{ method: 'POST', path: '/v1/challenges', body },
        headers: { 'Idempotency-Key': 'k', 'Assay-Actor': 'employee:u-1', 'X-Request-Id': 'r-1' },
      }),
    );
    expect(answer).toMatchObject({ status: 200, json: { reason: 'policy_off' } });
    expect(calls).toEqual([
      [
        expect.objectContaining<Partial<Call>>({
          ...{ actor: { role: 'employee', id: 'u-1' }, correlationId: 'r-1' },
          ...{ deadlineMs: 6_950, idempotencyKey: 'k' },
          context: { ipAddress: null, userAgent: 'x' },
        }),
        {
          ...{ ...START, purpose: 'sign_in', action: null, locale: 'en', nonce: 'n'.repeat(16) },
          ...{ wayBack: null, channel: null, body },
        },
      ],
    ]);
  });

  it.each([['123456'], [123456], [null], [['000000', '000001']], [{ $ne: '' }], ['１２３４５６']])(
    'R010: hand the submitted code on as it came: %j',
    async (code) => {
      const { calls, useCases } = spy('verifyChallenge', APPROVED);
      await withApi({ useCases }, (api) =>
        api.send({ method: 'POST', path: `/v1/challenges/${ID}/verify`, body: { code } }),
      );
      expect(calls).toMatchObject([[{ deadlineMs: 1_950 }, { id: ID, code, nonce: null }]]);
    },
  );

  it('change only those fields of a policy that were given', async () => {
    const { calls, useCases } = spy('putPolicy', POLICY);
    await withApi({ useCases }, (api) =>
      api.send({
        ...{ method: 'PUT', path: '/v1/companies/acme/policy' },
        headers: { ...ACTOR, 'If-Match': '"v7"' },
        body: { enforceFrom: '2027-01-04T08:00:00+01:00', countries: null },
      }),
    );
    expect(calls[0]?.[2]).toStrictEqual({
      ...{ expectedVersion: 7, reason: null, isOperator: false, stepUp: null },
      settings: { enforceFrom: new Date('2027-01-04T07:00:00Z'), countries: null },
    });
  });

  it('preview those fields of a policy that were given, and name no version', async () => {
    const { calls, useCases } = spy('previewPolicy', PREVIEW);
    await withApi({ useCases }, (api) =>
      api.send({
        ...{ method: 'POST', path: '/v1/companies/acme/policy/preview', headers: ACTOR },
        body: { countries: ['GB'], reason: 'so' },
      }),
    );
    expect(calls).toEqual([[expect.anything(), 'acme', { countries: ['GB'] }]]);
  });

  it('take a roster of a thousand long ids and numbers, and not one more', async () => {
    const { calls, useCases } = spy('importEmployees', IMPORTED);
    const people = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        userId: `u${String(n).padStart(127, '0')}`,
        phoneNumber: '+44 7700 900123',
      }));
    const path = '/v1/companies/acme/employees/import';
    await withApi({ useCases }, async (api) => {
      const send = (body: object) => api.send({ method: 'POST', path, headers: ACTOR, body });
      expect((await send({ employees: people(1_000), complete: true })).status).toBe(200);
      expect((await send({ employees: people(1_001) })).status).toBe(400);
      expect((await send({ employees: people(2_000) })).status).toBe(413);
      expect((await send({ employees: [] })).status).toBe(400);
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.[2]).toEqual({ employees: people(1_000), complete: true });
  });

  it('know a person who is called "import"', async () => {
    const { calls, useCases } = spy('getEmployee', PERSON);
    const path = '/v1/companies/acme/employees/import';
    const answer = await withApi({ useCases }, (api) => api.send({ path, headers: ACTOR }));
    expect(answer.status).toBe(200);
    expect(calls).toEqual([[expect.anything(), { companyId: 'acme', userId: 'import' }]]);
  });

  it('hand over what the audit is searched by', async () => {
    const { calls, useCases } = spy('listAuditEvents', { items: [], nextCursor: null });
    await withApi({ useCases }, async (api) => {
      const search = 'actorId=a-1&from=2026-11-01T00:00:00Z&before=2026-12-01T00:00:00Z';
      await api.send({ path: `/v1/companies/acme/audit-events?${search}` });
    });
    expect(calls[0]?.[2]).toEqual({
      ...{ limit: 50, cursor: null, userId: null, kind: null, actorId: 'a-1' },
      ...{ from: new Date('2026-11-01T00:00:00Z'), before: new Date('2026-12-01T00:00:00Z') },
    });
  });

  it('fill in what a company leaves out', async () => {
    const { calls, useCases } = spy('putCompany', { created: false, company: COMPANY });
    const answer = await withApi({ useCases }, (api) =>
      api.send({
        ...{ method: 'PUT', path: '/v1/companies/acme', headers: ACTOR },
        body: { displayName: 'Acme', defaultCountry: 'GB', branding: { accentColor: '#0a5fff' } },
      }),
    );
    expect(answer.status).toBe(200);
    expect(calls[0]?.[2]).toStrictEqual({
      ...{ displayName: 'Acme', defaultCountry: 'GB', locale: 'en', timeZone: 'UTC' },
      ...{ supportText: null, branding: { accentColor: '#0a5fff', logo: null } },
    });
  });

  it('hand over whom to let in and whom to put out, with null for what was left out', async () => {
    const url = 'https://assay.test/portal/x';
    const opened = spy('openPortalSession', { url, expiresAt: new Date(0) });
    const ended = spy('endPortalSessions', undefined);
    const path = '/v1/portal-sessions';
    const useCases = { ...opened.useCases, ...ended.useCases };
    const answers = await withApi({ useCases }, async (api) => [
      await api.send({ method: 'POST', path, headers: ACTOR, body: { ...START, role: 'admin' } }),
      await api.send({
        ...{ method: 'DELETE', headers: ACTOR },
        path: `${path}?companyId=acme&userId=u-1`,
      }),
    ]);
    expect(answers[0]?.json).toEqual({ url, expiresAt: '1970-01-01T00:00:00.000Z' });
    expect(answers[1]).toMatchObject({ status: 204, text: '' });
    expect(answers[1]?.headers['content-type']).toBeUndefined();
    const input = { ...START, role: 'admin', reason: null, locale: null };
    expect(opened.calls).toEqual([[expect.anything(), input]]);
    expect(ended.calls).toEqual([[expect.anything(), START, null]]);
  });

  it('page by fifty unless told otherwise', async () => {
    const { calls, useCases } = spy('listEmployees', { items: [], nextCursor: null });
    await withApi({ useCases }, async (api) => {
      await api.send({ path: '/v1/companies/acme/employees', headers: ACTOR });
      const path = '/v1/companies/acme/employees?limit=200&cursor=c&status=enrolled';
      await api.send({ path, headers: ACTOR });
    });
    expect(calls.map(([, , request]) => request)).toEqual([
      { limit: 50, cursor: null, status: null },
      { limit: 200, cursor: 'c', status: 'enrolled' },
    ]);
  });
});
