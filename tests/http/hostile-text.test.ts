/** Hostile text is data: kept as it is, or refused as any other text of its kind would be (R107, R089). */

import { COMPANY, fakeUseCases } from '../support/fake-use-cases.js';
import { ACTOR, startApi, type Api } from '../support/http.js';

let api: Api;
let names: string[] = [];

beforeAll(async () => {
  api = await startApi({
    useCases: {
      putCompany: async (_call, _id, { displayName }) => {
        names.push(displayName);
        return { created: true, company: { ...COMPANY, displayName } };
      },
      resetEmployee: (call, employee, input) => {
        names.push(input.reason);
        return fakeUseCases.resetEmployee(call, employee, input);
      },
    },
  });
});
afterAll(() => api.stop());
beforeEach(() => {
  names = [];
});

const VISIBLE = [
  "Robert'); DROP TABLE companies;--",
  "' OR 1=1 --",
  '$(reboot) `id` $' + '{7*7} {{7*7}} <%= 7 %>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '%s%n%x $' + '{jndi:ldap://x/a}',
  "=HYPERLINK('x')",
  '\\u0000\\r\\n FLUSHALL',
  '*3 $3 SET',
  '__proto__',
];

const INVISIBLE = [
  'a\u0000b',
  'a\r\nSet-Cookie: x=1',
  'a\u001b[2Jb',
  'a\u0085b',
  '\ud800',
  'a\u007f',
  'a\nb',
];

const put = (displayName: string) =>
  api.send({
    ...{ method: 'PUT', path: '/v1/companies/acme', headers: ACTOR },
    body: { displayName, defaultCountry: 'GB' },
  });

const reset = (reason: string) =>
  api.send({
    ...{ method: 'POST', path: '/v1/companies/acme/employees/u/reset', headers: ACTOR },
    body: { reason },
  });

describe('R107: hostile text', () => {
  it.each(VISIBLE)('%j in a name or a reason arrives as it was sent', async (text) => {
    expect(await put(text)).toMatchObject({ status: 201, json: { displayName: text } });
    expect((await reset(text)).status).toBe(200);
    expect(names).toEqual([text, text]);
  });

  it.each(INVISIBLE)('%j is refused in a name and in a reason', async (text) => {
    expect((await put(text)).json['errors']).toMatchObject([{ pointer: '#/displayName' }]);
    expect((await reset(text)).json['errors']).toMatchObject([{ pointer: '#/reason' }]);
    expect(names).toEqual([]);
  });

  it.each([...VISIBLE, ...INVISIBLE.filter((text) => text !== '\ud800')])(
    '%j as an id in an address is refused like any other text that is no id',
    async (text) => {
      const path = `/v1/companies/${encodeURIComponent(text)}`;
      const answer = await api.send({ path, headers: ACTOR });
      expect(answer.status).toBe(400);
      expect(answer.json['errors']).toMatchObject([{ pointer: 'path:companyId' }]);
    },
  );

  it.each(VISIBLE)('%j in any header changes nothing but what that header says', async (text) => {
    const headers = { ...ACTOR, 'User-Agent': text, 'X-Request-Id': text, Referer: text };
    const answer = await api.send({ path: '/v1/companies', headers });
    expect(answer.status).toBe(200);
    const fits = /^[A-Za-z0-9._-]{1,64}$/.test(text);
    expect(answer.headers['x-request-id'] === text).toBe(fits);
    const marked = await api.send({ path: '/v1/companies', headers: { 'Assay-Actor': text } });
    expect(marked.json['errors']).toMatchObject([{ pointer: 'header:Assay-Actor' }]);
  });
});
