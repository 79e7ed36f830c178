/** Reports as Twilio sends them: signed by its own rule, to the address that a message named (T16 to T18). */

import { createHash, createHmac } from 'node:crypto';

import { sendPlain, type Answer, type Sent } from './http.js';
import { expectDescribed } from './openapi.js';
import type { ReceivedMessage } from './twilio-stand-in.js';

/** In the order they are sent; a name may come twice. */
export type Parameters = readonly (readonly [name: string, value: string])[];

/** Base64 of HMAC-SHA1 over the address and every parameter, by name; of equal ones only one (T16, T20). */
export function signatureOf(authToken: string, url: string, parameters: Parameters = []): string {
  const joined = parameters.map(([name, value]) => ({ name, value, text: name + value }));
  const sorted = joined.sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value));
  const data = url + [...new Set(sorted.map(({ text }) => text))].join('');
  return createHmac('sha1', authToken).update(data).digest('base64');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Hexadecimal, as it stands in `bodySHA256`. */
export function bodyHashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

export function formOf(parameters: Parameters): string {
  return new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
}

/** One form, signed or not; whatever is answered is one of the answers that openapi.yaml lists. */
export async function postReport(
  port: number,
  sent: { readonly path: string; readonly body: string; readonly signature?: string },
  headers: NonNullable<Sent['headers']> = {},
): Promise<Answer> {
  const { path, body, signature } = sent;
  const method = 'POST';
  const answer = await sendPlain(port, {
    ...{ method, path, body },
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(signature !== undefined && { 'X-Twilio-Signature': signature }),
      ...headers,
    },
  });
  expectDescribed({ method, url: path, ...answer });
  return answer;
}

/** What Twilio says of a message or call, with the parameters that always come. */
export function parametersOf(
  { form, sid }: ReceivedMessage,
  state: string,
  more: Parameters = [],
): Parameters {
  const kind = sid.startsWith('CA') ? 'Call' : 'Message';
  return [
    [`${kind}Sid`, sid],
    [`${kind}Status`, state],
    ['AccountSid', `AC${'0'.repeat(32)}`],
    ['From', '+15005550006'],
    ['To', form['To'] ?? ''],
    ['ApiVersion', '2010-04-01'],
    ...more,
  ];
}

/** A true report of this message, to the instance at this port, whichever sent it. */
export function reportOn(
  { port, authToken }: { readonly port: number; readonly authToken: string },
  { form }: ReceivedMessage,
  parameters: Parameters,
): Promise<Answer> {
  const url = form['StatusCallback'] ?? '';
  const signature = signatureOf(authToken, url, parameters);
  return postReport(port, { path: new URL(url).pathname, body: formOf(parameters), signature });
}
