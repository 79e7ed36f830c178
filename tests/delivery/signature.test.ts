/** R042: nobody but Twilio reports to Assay, and whoever tries changes nothing. */

import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

import {
  bodyHashOf,
  formOf,
  postReport,
  signatureOf,
  parametersOf,
} from '../support/twilio-reports.js';
import type { Parameters } from '../support/twilio-reports.js';
import type { ReceivedMessage } from '../support/twilio-stand-in.js';
import type { Someone } from '../attack/sending/people.js';
import { told } from '../attack/sending/people.js';
import {
  AUTH_TOKENS,
  challenge,
  lastMessage,
  openScene,
  PUBLIC_URL,
  reportedOf,
  rowsOf,
  type Scene,
} from './scene.js';

const [TOKEN, ROTATED] = AUTH_TOKENS;

describe('the address of reports', () => {
  let scene: Scene;
  let someone: Someone;
  let message: ReceivedMessage;
  let id: unknown;
  let url: string;
  let path: string;
  let parameters: Parameters;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.bench.close());
  beforeEach(async () => {
    someone = await scene.people.enrolled();
    ({ id } = await scene.people.begin(someone));
    message = lastMessage(scene, someone);
    url = message.form['StatusCallback'] ?? '';
    path = new URL(url).pathname;
    parameters = parametersOf(message, 'delivered');
  });

  const post = (over: Partial<Posted> = {}, headers: Record<string, string> = {}) => {
    const sent = { path, body: formOf(parameters), signature: signatureOf(TOKEN, url, parameters) };
    const { signature, ...rest } = { ...sent, ...over };
    return postReport(scene.port, { ...rest, ...(signature !== null && { signature }) }, headers);
  };
  interface Posted {
    readonly path: string;
    readonly body: string;
    readonly signature: string | null;
  }

  async function standing() {
    const { body } = await challenge(scene, id);
    return [body, await rowsOf(scene, someone), await reportedOf(scene, someone)];
  }
  async function expectIn(answer: Promise<{ status: number; text: string }>) {
    expect(await answer).toMatchObject({ status: 204, text: '' });
    await scene.bench.settled();
    expect(await challenge(scene, id)).toMatchObject({
      body: { delivery: { status: 'delivered' } },
    });
  }
  async function expectOut(answer: () => Promise<{ status: number; json: object }>) {
    const before = await standing();
    const refused = await answer();
    expect([refused.status, refused.json]).toMatchObject([403, { code: 'signature_invalid' }]);
    await scene.bench.settled();
    expect(await standing()).toEqual(before);
  }

  it("T16: signs and is signed as Twilio's own vector says", () => {
    const vector: Parameters = [
      ['To', '+447700900123'],
      ['SmsStatus', 'delivered'],
      ['SmsSid', `SM${'0'.repeat(32)}`],
      ['MessageStatus', 'delivered'],
      ['MessageSid', `SM${'0'.repeat(32)}`],
      ['From', '+15005550006'],
      ['ApiVersion', '2010-04-01'],
      ['AccountSid', `AC${'0'.repeat(32)}`],
    ];
    const address = 'https://mfa.example.com/webhooks/twilio/status?c=abc';
    const expected = 'C036JLTB32zC3ZfTd8aL20Hj6aA=';
    expect(signatureOf('12345', address, vector)).toBe(expected);
    expect(getExpectedTwilioSignature('12345', address, Object.fromEntries(vector))).toBe(expected);
  });

  it('is named to Twilio under PUBLIC_URL, with a token of its own for each message', async () => {
    expect(url).toMatch(/^https:\/\/mfa\.example\.com\/v1\/twilio\/status\/[\w-]{32}$/);
    const other = await scene.people.enrolled();
    expect(lastMessage(scene, other).form['StatusCallback']).not.toBe(url);
  });

  describe('R042: takes in what Twilio signed', () => {
    it('with the auth token that signs today', () => expectIn(post()));
    it('with the other one while they are exchanged (T20)', () =>
      expectIn(post({ signature: signatureOf(ROTATED, url, parameters) })));
    it('over the address with its port (T17)', () =>
      expectIn(
        post({ signature: signatureOf(TOKEN, url.replace('.com/', '.com:443/'), parameters) }),
      ));
    it('in whatever order the parameters come', () =>
      expectIn(post({ body: formOf([...parameters].reverse()) })));
    it('with parameters that nobody has heard of (T20)', async () => {
      parameters = [...parameters, ['RawDlrDoneDate', '2612011200'], ['__proto__', 'x']];
      await expectIn(post());
    });
    it('with a parameter that comes twice', async () => {
      parameters = [...parameters, ['Tag', 'b'], ['Tag', 'a'], ['Tag', 'b']];
      await expectIn(post());
    });
    it('with characters that are encoded in one way or another', async () => {
      parameters = [...parameters, ['ErrorMessage', "it's 50 % + ü & =é"]];
      const spelled = formOf(parameters).replaceAll('+', '%20').replaceAll('%27', "'");
      await expectIn(post({ body: spelled }));
    });
    it("with a query, ' and all", async () => {
      const query = "?c=it's+a%27b";
      const signature = signatureOf(TOKEN, url + query, parameters);
      await expectIn(post({ path: path + query, signature }));
    });
    it('from behind a proxy that calls itself something else', () =>
      expectIn(
        post({}, { Host: '10.0.0.7:8080', 'X-Forwarded-Proto': 'http', 'X-Forwarded-Host': 'x' }),
      ));
    it('as JSON whose hash the address holds (T18)', async () => {
      const body = JSON.stringify(Object.fromEntries(parameters));
      const query = `?bodySHA256=${bodyHashOf(body)}`;
      const sent = { path: path + query, body, signature: signatureOf(TOKEN, url + query) };
      await expectIn(post(sent, { 'Content-Type': 'application/json' }));
    });
  });

  type Forgery = () => Promise<{ status: number; json: object }>;
  const json = (body: string, more: object = {}) => {
    const query = `?bodySHA256=${bodyHashOf(body)}`;
    const signature = signatureOf(TOKEN, url + query);
    return { path: path + query, body, signature, ...more };
  };
  const forgeries: readonly (readonly [string, Forgery])[] = [
    ['without a signature', () => post({ signature: null })],
    ['with an empty one', () => post({ signature: '' })],
    ['with any other', () => post({ signature: Buffer.alloc(20, 7).toString('base64') })],
    ['with one that is cut short', () => post({ signature: signatureOf(TOKEN, url).slice(0, 9) })],
    [
      'signed with another token',
      () => post({ signature: signatureOf('c'.repeat(32), url, parameters) }),
    ],
    ['signed with no token', () => post({ signature: signatureOf('', url, parameters) })],
    [
      'signed for another path',
      () => post({ signature: signatureOf(TOKEN, `${url}x`, parameters) }),
    ],
    [
      'signed for http',
      () => post({ signature: signatureOf(TOKEN, url.replace('https', 'http'), parameters) }),
    ],
    [
      'signed for port 80',
      () => post({ signature: signatureOf(TOKEN, url.replace('.com/', '.com:80/'), parameters) }),
    ],
    [
      'signed for another host',
      () => post({ signature: signatureOf(TOKEN, `https://evil.example${path}`, parameters) }),
    ],
    [
      'signed for the host that the request names',
      () =>
        post(
          { signature: signatureOf(TOKEN, `https://evil.example${path}`, parameters) },
          {
            ...{ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
            ...{ 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example;proto=https' },
            ...{ 'X-Original-URL': path, 'X-Rewrite-URL': path },
          },
        ),
    ],
    ['with a query that was not signed', () => post({ path: `${path}?c=1` })],
    [
      'with an altered parameter',
      () => post({ body: formOf(parameters).replace('delivered', 'undelivered') }),
    ],
    ['with a parameter more', () => post({ body: `${formOf(parameters)}&ErrorCode=30005` })],
    ['with a parameter less', () => post({ body: formOf(parameters.slice(1)) })],
    [
      'with a second value for a parameter',
      () => post({ body: `${formOf(parameters)}&MessageStatus=undelivered` }),
    ],
    [
      'with its parameters in the query',
      () => post({ path: `${path}?${formOf(parameters)}`, body: '' }),
    ],
    ['without a body', () => post({ body: '' })],
    [
      'as JSON without a hash',
      () => post({ body: JSON.stringify(Object.fromEntries(parameters)) }, JSON_TYPE),
    ],
    [
      'as JSON that was altered',
      () =>
        post(
          json('{"MessageStatus":"sent"}', { body: '{"MessageStatus":"delivered"}' }),
          JSON_TYPE,
        ),
    ],
    [
      'as JSON with a hash of its own that was not signed',
      () => {
        const body = '{"MessageStatus":"delivered"}';
        return post({ ...json(body), signature: signatureOf(TOKEN, url) }, JSON_TYPE);
      },
    ],
    ['as a form under the hash of a JSON', () => post(json('{"MessageStatus":"delivered"}'))],
    ['as text', () => post({}, { 'Content-Type': 'text/plain' })],
  ];
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  it.each(forgeries)('R042: refuses a report %s, and nothing changes', (_, forgery) =>
    expectOut(forgery),
  );

  it('R042: takes no other method, and no credential opens it', async () => {
    const authorization = `Bearer ${scene.bench.login.credential}`;
    await expectOut(() => post({ signature: null }, { Authorization: authorization }));
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await scene.bench.login.call(path, { method })).status).toBe(405);
  });

  it('answers a token that nobody was given as one that is known', async () => {
    const of = async (to: string) => {
      const signature = signatureOf(TOKEN, `${PUBLIC_URL}${to}`, parameters);
      const { status, text, headers } = await post({ path: to, signature });
      const { date: _, 'x-request-id': __, ...same } = headers;
      return { status, text, same };
    };
    const before = await reportedOf(scene, someone);
    const unknown = await of(`/v1/twilio/status/${'A'.repeat(32)}`);
    expect(await reportedOf(scene, someone)).toEqual(before);
    expect(await of(path)).toEqual(unknown);
  });

  it('R105: reads no more than 16 kB', async () => {
    parameters = [...parameters, ['Padding', 'x'.repeat(17_000)]];
    const refused = await post();
    expect(told({ ...refused, body: refused.json, headers: new Headers() })).toBe(
      '413 payload_too_large',
    );
  });
});
