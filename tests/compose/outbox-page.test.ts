/** The outbox of development over HTTP: to whom it answers, and how. */

import { withOutboxPage } from '../../src/compose/outbox-page.js';
import { listen, type Listener } from '../../src/http/listen.js';

const MESSAGE = { id: 'm', to: '+447700900123', body: '123456 is your code', at: new Date(0) };

let listener: Listener;
let url: string;

beforeAll(async () => {
  const app = withOutboxPage(
    (_req, res) => res.writeHead(404).end(),
    () => [MESSAGE],
  );
  listener = await listen(app, { host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${listener.address.port}`;
});
afterAll(() => listener.close(0));

/** Without what is the connection's own. */
function headersOf(answer: Response): readonly (readonly [string, string])[] {
  const ofConnection = ['date', 'connection', 'keep-alive'];
  return [...answer.headers].filter(([name]) => !ofConnection.includes(name));
}

it.each(['/dev/outbox', '/dev/outbox.json'])(
  'answers HEAD %s as GET, without the body',
  async (path) => {
    const get = await fetch(url + path);
    const body = await get.text();
    expect(body).toContain(MESSAGE.to);
    const head = await fetch(url + path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(headersOf(head)).toEqual(headersOf(get));
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
  },
);

it('leaves every other method to the API', async () => {
  expect((await fetch(`${url}/dev/outbox`, { method: 'POST' })).status).toBe(404);
});
