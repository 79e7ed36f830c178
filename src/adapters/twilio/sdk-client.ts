/** Twilio's SDK, loaded when it is first needed, over a transport that keeps nothing of a request. */

import { AsyncLocalStorage } from 'node:async_hooks';

import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type { CallListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/call.js';
import type { MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message.js';
import { z } from 'zod';

import { PROVIDER_DEADLINE_MS } from '../../domain/limits.js';
import { NoAnswerError, type Transport } from './transport.js';

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Preferred over the auth token, which is then only for webhook signatures (T01). */
  readonly apiKey: { readonly sid: string; readonly secret: string } | null;
  /** Origin instead of Twilio's own; the settings allow Twilio's hosts and loopback alone. */
  readonly apiUrl: string | null;
}

export type MessageForm = MessageListInstanceCreateOptions;

export type CallForm = CallListInstanceCreateOptions;

/** Each creates one and answers its SID. Rejects with the SDK's exception or `NoAnswerError`. */
export interface TwilioClient {
  createMessage(form: MessageForm, deadline: AbortSignal): Promise<string>;
  createCall(form: CallForm, deadline: AbortSignal): Promise<string>;
}

type SdkRequest = RequestClient.RequestOptions<unknown>;

const Form = z.record(z.string(), z.coerce.string());
const Created = z.looseObject({ sid: z.string().min(1) });

/** The SDK hands its HTTP client no signal, so the deadline travels beside the call. */
const deadlines = new AsyncLocalStorage<AbortSignal>();

/** Takes about 150 ms the first time in a process. */
export async function loadClient(
  account: TwilioAccount,
  transport: Transport,
): Promise<TwilioClient> {
  const { default: twilio } = await import('twilio');
  const httpClient = makeHttpClient(twilio.RequestClient, account.apiUrl, transport);
  const { sid, secret } = account.apiKey ?? { sid: account.accountSid, secret: account.authToken };
  const { messages, calls } = twilio(sid, secret, { accountSid: account.accountSid, httpClient });
  const sidOf = async (creating: Promise<{ readonly sid: string }>) => (await creating).sid;
  return {
    createMessage: (form, deadline) => deadlines.run(deadline, () => sidOf(messages.create(form))),
    createCall: (form, deadline) => deadlines.run(deadline, () => sidOf(calls.create(form))),
  };
}

/**
 * The SDK's HTTP client with the one method replaced that would keep code and number in `lastRequest`
 * (T36) and throw errors that hold the whole request (T35). Twilio's class comes in as an argument,
 * since naming it would load it.
 */
export function makeHttpClient(
  base: typeof RequestClient,
  apiUrl: string | null,
  transport: Transport,
): RequestClient {
  class LeanClient extends base {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the signature is Twilio's
    override async request<Data>(request: SdkRequest) {
      const { status, body } = await transport.post({
        url: rebased(request.uri, apiUrl),
        headers: headersOf(request),
        body: formOf(request),
        signal: deadlines.getStore() ?? AbortSignal.timeout(PROVIDER_DEADLINE_MS),
      });
      const data = status >= 200 && status < 300 ? parseCreated(body) : parseJson(body);
      // The SDK's type parameter is a promise nobody checks; it reads the fields it needs itself.
      return { statusCode: status, body: data as Data, headers: {} };
    }
  }
  return new LeanClient();
}

function rebased(uri: string, apiUrl: string | null): URL {
  const url = new URL(uri);
  return apiUrl === null ? url : new URL(url.pathname + url.search, apiUrl);
}

function headersOf({ headers, username, password }: SdkRequest): Record<string, string> {
  const basic = Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64');
  return { ...headers, Authorization: `Basic ${basic}` };
}

/** Form-encoded as Twilio takes it (T01). */
function formOf({ data }: SdkRequest): string {
  return new URLSearchParams(Form.parse(data)).toString();
}

/** A 2xx that names neither message nor call may well be one that goes out, so it counts as no answer. */
function parseCreated(body: string): unknown {
  const created = Created.safeParse(parseJson(body));
  if (!created.success) throw new NoAnswerError(true);
  return created.data;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
