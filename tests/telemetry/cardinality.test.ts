/** R127: a thousand strangers make not one more series of metrics. */

import { newEmbeddedFolder, startEmbedded, type Embedded } from '../support/embedded.js';

const MANY = 1_000;
const AT_ONCE = 20;

const at = await newEmbeddedFolder();
let service: Embedded;
let credential = '';
beforeAll(async () => {
  service = await startEmbedded(at.env);
  credential = /assay_[\w-]{43}/.exec(service.stdout())?.[0] ?? '';
}, 300_000);
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.done;
  at.remove();
});

/** What is told once a part was first looked at, or only where a loaded machine says "not now". */
const UNASKED = /^assay_(dependency|clock|store|bugs|deferred)|503|temporarily_unavailable/;

/** Names and labels without values, of those that callers cause. */
async function series(): Promise<readonly string[]> {
  const text = await (await fetch(`${service.internalUrl}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith('assay_'));
  // A value may read 503 too.
  const names = lines.map((line) => line.slice(0, line.lastIndexOf(' ')));
  return names.filter((name) => !UNASKED.test(name)).sort();
}

async function call(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<number> {
  const response = await fetch(service.url + path, {
    method,
    headers: {
      authorization: `Bearer ${credential}`,
      'content-type': 'application/json',
      'assay-actor': 'system:tests',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  // A machine under load may say so at any time.
  return response.status === 503 ? call(path, body, method) : response.status;
}

/** One stranger: a user, a company, a challenge, a path and a method of their own. */
async function stranger(n: number): Promise<readonly number[]> {
  return [
    await call('/v1/challenges', { companyId: 'demo', userId: `user-${n}` }),
    await call('/v1/challenges', { companyId: `company-${n}`, userId: 'x' }),
    await call(`/v1/challenges/ch_${n}/verify`, { code: '123456' }),
    await call(`/made/up/${n}?user=${n}`),
    await call(`/v1/${n}`, undefined, 'DELETE'),
  ];
}

it('R102 R127: a thousand users, companies, challenges and made-up paths add no series of metrics', async () => {
  const answers = await stranger(0);
  const before = await series();
  expect(before.length).toBeGreaterThan(50);
  for (let n = 1; n <= MANY; n += AT_ONCE) {
    const group = Array.from({ length: AT_ONCE }, (_, k) => stranger(n + k));
    for (const told of await Promise.all(group)) expect([n, ...told]).toEqual([n, ...answers]);
  }
  expect(await series()).toEqual(before);
}, 300_000);
