/** Where a browser is: the socket says it, or a proxy that the operator trusts. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { callerContext } from '../../src/http/caller-context.js';
import { newExpressApp } from '../../src/http/express-app.js';

async function seenAddress(trustedProxies: readonly string[], forwardedFor: string) {
  const app = newExpressApp(trustedProxies);
  app.get('/', (req, res) => {
    res.json(callerContext(req));
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { 'X-Forwarded-For': forwardedFor, 'User-Agent': 'x'.repeat(300) };
  const answer = await fetch(`http://127.0.0.1:${String(port)}/`, { headers });
  server.close();
  return (await answer.json()) as ReturnType<typeof callerContext>;
}

it('R063: believes nobody’s X-Forwarded-For unless a proxy is trusted', async () => {
  expect((await seenAddress([], '203.0.113.9')).ipAddress).toBe('127.0.0.1');
});

it('takes the address from a trusted proxy, and what stood before it from nobody', async () => {
  const seen = await seenAddress(['127.0.0.0/8'], '198.51.100.1, 203.0.113.9');
  expect(seen.ipAddress).toBe('203.0.113.9');
});

it('writes an IPv4 address one way, and cuts what a browser calls itself', async () => {
  const seen = await seenAddress(['127.0.0.0/8'], '::ffff:203.0.113.9');
  expect(seen).toEqual({ ipAddress: '203.0.113.9', userAgent: 'x'.repeat(256) });
});
