/** When a second factor is asked for, who may change that, and what gets around it: nothing. */

import { SCOPES } from '../../src/app/ports/client-store.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import type { Answer } from '../support/login-service.js';
import { asNode, at, OPENAPI } from '../support/openapi.js';
import { exampleNumber } from '../support/people.js';

const schemas = at(at(OPENAPI, 'components'), 'schemas');

describe('a policy', () => {
  let assay: InProcess;
  let companyId: string;
  beforeAll(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
  }, 180_000);
  afterAll(() => assay.close());

  const codeOf = ({ status, body }: Answer) =>
    `${status} ${String(body['code'] ?? body['status'])}`;
  const policyOf = (id: string) => `/v1/companies/${id}/policy`;

  async function put(id: string, body: unknown): Promise<Answer> {
    const { headers } = await assay.login.call(policyOf(id));
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    return assay.login.call(policyOf(id), { method: 'PUT', body, headers: ifMatch });
  }

  function waitOf(answer: Answer): number {
    expect(codeOf(answer)).toBe('429 resend_cooldown');
    return Number(answer.headers.get('retry-after'));
  }

  async function unprotected(id: string): Promise<string> {
    const body = { displayName: 'Off', defaultCountry: 'GB' };
    await assay.login.call(`/v1/companies/${id}`, { method: 'PUT', body });
    return id;
  }

  it('R057, R062: holds for the very next start, and "not required" is neither a token nor remembered', async () => {
    const id = await unprotected('switched');
    const before = await assay.login.start(id, 'u-1', {}, 'same-key');
    expect([before.status, before.body]).toEqual([
      200,
      { status: 'not_required', reason: 'policy_off' },
    ]);
    await put(id, { mode: 'required', enforceFrom: new Date().toISOString() });
    const after = await assay.login.start(id, 'u-1', {}, 'same-key');
    expect(codeOf(after)).toBe('201 enrolment_required');
  });

  it.each(['companyId', 'createdBy', 'exemptions', 'switchedOnAt', 'version', 'constructor'])(
    'R060: takes no field of the name %s',
    async (name) => {
      const { headers } = await assay.login.call(policyOf(companyId));
      expect(codeOf(await put(companyId, { [name]: 'x' }))).toBe('400 invalid_request');
      const now = await assay.login.call(policyOf(companyId));
      expect(now.headers.get('etag')).toBe(headers.get('etag'));
    },
  );

  it('R059: is read and changed only by clients with the scope for it', async () => {
    for (const scope of SCOPES) {
      const client = await assay.newClient([scope]);
      const read = await client.call(policyOf(companyId));
      const change = { method: 'PUT', body: {}, headers: { 'if-match': '"none"' } };
      const written = await client.call(policyOf(companyId), change);
      expect([scope, read.status === 403]).toEqual([scope, scope !== 'policies:read']);
      expect([scope, written.status === 403]).toEqual([scope, scope !== 'policies:write']);
    }
  });

  it('R059, R076: of a foreign company looks like that of none', async () => {
    const client = await assay.newClient(SCOPES, ['own']);
    const paths = ['', '/policy', '/notice', '/employees', '/employees/u-1', '/audit-events'];
    for (const path of paths) {
      const foreign = await client.call(`/v1/companies/${companyId}${path}`);
      const nobody = await client.call(`/v1/companies/no-such${path}`);
      expect([path, codeOf(foreign)]).toEqual([path, '404 company_not_found']);
      expect([path, codeOf(nobody)]).toEqual([path, '404 company_not_found']);
    }
    const started = await client.start(companyId, 'u-1');
    expect(codeOf(started)).toBe('404 company_not_found');
  });

  it.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-original-url': '/health/live' },
    { 'x-http-method-override': 'GET' },
    { 'x-debug': 'true' },
    { 'x-company-id': 'switched-off' },
  ])('R063, R076: is not got around by %j', async (headers) => {
    const body = { companyId, userId: 'u-63' };
    const answer = await assay.login.call('/v1/challenges', { body, headers });
    expect(codeOf(answer)).toBe('201 enrolment_required');
  });

  it.each([
    '/V1/challenges',
    '/v1/challenges/',
    '/v1//challenges',
    '/v0/challenges',
    '/challenges',
  ])('R063: is not got around by %s', async (path) => {
    const answer = await assay.login.call(path, { body: { companyId, userId: 'u-63' } });
    expect(codeOf(answer)).toBe('404 route_not_found');
  });

  it.each(['phone', 'to', 'to[]', 'phoneNumber', 'destination'])(
    'R036: sends to the enrolled number, never to one in the field %s of a start',
    async (name) => {
      const [own, other] = [exampleNumber(700), exampleNumber(701)];
      const answer = await assay.login.start(companyId, 'u-36', { [name]: other });
      expect(codeOf(answer)).toBe('400 invalid_request');
      expect([assay.textsTo(own), assay.textsTo(other)]).toEqual([[], []]);
    },
  );

  it('R029: leaves 30 s and then 60 s between texts to one person, and says so', async () => {
    const phoneNumber = exampleNumber(729);
    const { body } = await assay.login.start(companyId, 'u-29');
    const notice = await assay.login.call(`/v1/companies/${companyId}/notice`);
    const given = { phoneNumber, noticeVersion: notice.body['version'] };
    await assay.login.post(body['id'], 'enrolment', given);
    const first = waitOf(await assay.login.post(body['id'], 'resend'));
    await assay.login.verify(body['id'], assay.codeFor(phoneNumber));
    await assay.login.start(companyId, 'u-29');
    const second = waitOf(await assay.login.start(companyId, 'u-29'));
    expect([first > 0 && first <= 30, second > 30 && second <= 60]).toEqual([true, true]);
    expect(assay.textsTo(phoneNumber)).toHaveLength(2);
  });

  it('R058: is not weakened by API, whatever the reason, and says what would be', async () => {
    const answer = await put(companyId, { mode: 'off', enrolmentDays: 60, reason: 'please' });
    expect(codeOf(answer)).toBe('403 step_up_required');
    expect([...(answer.body['weakened'] as string[])].sort()).toEqual(['enrolmentDays', 'mode']);
    expect((await assay.login.call(policyOf(companyId))).body).toMatchObject({ mode: 'required' });
  });

  it('R040: knows no way for a code but a text and a call', () => {
    expect(at(schemas, 'Channel')['enum']).toEqual(['sms', 'call']);
    const stated = Object.values(schemas).map(
      (schema) => at(asNode(schema), 'properties')['channel'],
    );
    const refs = new Set(
      stated.filter((each) => each !== undefined).map((each) => asNode(each)['$ref']),
    );
    expect([...refs]).toEqual(['#/components/schemas/Channel']);
  });
});
