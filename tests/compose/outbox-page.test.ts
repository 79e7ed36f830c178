/** The outbox of development over HTTP: to whom it answers, how, and where there is none. */

import { shownOutbox, withOutboxPage } from '../../src/compose/outbox-page.js';
import type { Config } from '../../src/config/config.js';
import type { Parts } from '../../src/compose/parts.js';
import { listen, type Listener } from '../../src/http/listen.js';

const MESSAGE = { id: 'm', to: '+447700900123', body: '123456 is your <code>', at: new Date(0) };
const PATHS = ['/dev/outbox', '/dev/outbox.json', '/dev/outbox.js', '/dev/outbox.css'];

let listener: Listener;
let url: string;

beforeAll(async () => {
  const app = withOutboxPage((_req, res) => res.writeHead(404).end(), {
    list: () => [MESSAGE],
    privacyContact: 'privacy@acme.test',
  });
  listener = await listen(app, { host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${listener.address.port}`;
});
afterAll(() => listener.close(0));

/** Without what is the connection's own. */
function headersOf(answer: Response): readonly (readonly [string, string])[] {
  const ofConnection = ['date', 'connection', 'keep-alive'];
  return [...answer.headers].filter(([name]) => !ofConnection.includes(name));
}

it.each(PATHS)('answers HEAD %s as GET, without the body', async (path) => {
  const get = await fetch(url + path);
  const body = await get.text();
  expect(body).not.toBe('');
  const head = await fetch(url + path, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(headersOf(head)).toEqual(headersOf(get));
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
});

it('R082: shows messages escaped, on a page that runs and loads its own files alone', async () => {
  const answer = await fetch(`${url}/dev/outbox`, { headers: { 'Accept-Language': 'de' } });
  const html = await answer.text();
  expect(html).toContain('<html lang="de"');
  expect(html).toContain(MESSAGE.to);
  expect(html).toContain('123456 is your &lt;code>');
  expect(html).not.toMatch(/http-equiv|<style|<script>|style="/);
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const items: unknown = await (await fetch(`${url}/dev/outbox.json`)).json();
  expect(items).toEqual({ items: [{ ...MESSAGE, at: MESSAGE.at.toISOString() }] });
});

it('leaves every other method to the API', async () => {
  expect((await fetch(`${url}/dev/outbox`, { method: 'POST' })).status).toBe(404);
});

it('R008: is there only outside production, and only where nothing is really sent', () => {
  const list = () => [MESSAGE];
  const shown = (outbox: (() => readonly (typeof MESSAGE)[]) | null, isProduction: boolean) =>
    shownOutbox({ sending: { outbox } } as unknown as Parts, { isProduction } as Config);
  expect(shown(list, false)).toBe(list);
  expect(shown(list, true)).toBeNull();
  expect(shown(null, false)).toBeNull();
});
