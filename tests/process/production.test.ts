/** R008: production has nothing of the demo, even where it is asked for. */

import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { launch, serviceEnv, type Service } from '../support/service.js';

let database: PostgresTestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  const given = { databaseUrl: database.url, redisUrl: testRedisUrl() };
  const env = await serviceEnv({ ...given, twilioUrl: 'http://127.0.0.1:9' });
  service = await launch(env, '--demo');
}, 300_000);
afterAll(async () => {
  await service.stop();
  await database.close();
}, 60_000);

it.each(['/dev/outbox', '/dev/outbox.json', '/dev/outbox.js', '/dev/outbox.css'])(
  'R008: %s is not there',
  async (path) => {
    expect((await fetch(service.url + path)).status).toBe(404);
  },
);

it('R008: no page has a phone beside it, and no login service runs', async () => {
  const page = await fetch(`${service.url}/challenge/pag_1`, { headers: { Accept: 'text/html' } });
  expect(page.headers.get('content-type')).toContain('text/html');
  const html = await page.text();
  expect(html).toContain('<main');
  expect(html).not.toMatch(/<aside|\/dev\//);
  expect(service.output()).not.toMatch(/Open +http|jeweller/);
});
