/** ReceiptReader over Twilio's own check of its signatures, with every auth token that is accepted. */

import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js';

import type { ReceiptReader, SignedRequest } from '../../app/ports/receipt-reader.js';
import type { Receipt } from '../../app/ports/receipt-store.js';
import { receiptOf } from './receipts.js';

export interface ReceiptReaderOptions {
  /** One, or two while the account's token is exchanged: Twilio signs with its primary one alone (T20). */
  readonly authTokens: readonly string[];
  /** `PUBLIC_URL`: what Twilio was told to call, whatever a proxy made of it (T17). */
  readonly publicUrl: string;
}

const FORM = /^application\/x-www-form-urlencoded(?:\s*;|\s*$)/i;
const JSON_TYPE = /^application\/json(?:\s*;|\s*$)/i;

/** Of a JSON body the signature covers the address alone, which holds the body's hash then (T18). */
const BODY_HASH = 'bodySHA256';

type Parameters = Readonly<Record<string, string | string[]>>;

export class TwilioReceiptReader implements ReceiptReader {
  constructor(private readonly options: ReceiptReaderOptions) {}

  read(request: SignedRequest): Receipt | undefined {
    if (!request.target.startsWith('/') || request.signature === '') return undefined;
    const url = this.options.publicUrl + request.target;
    const text = new TextDecoder().decode(request.body);
    const hasHash = new URL(url).searchParams.has(BODY_HASH);
    const parameters = hasHash ? this.#json(request, url, text) : this.#form(request, url, text);
    return parameters && receiptOf(parameters);
  }

  #form({ contentType, signature }: SignedRequest, url: string, text: string) {
    if (!FORM.test(contentType)) return undefined;
    const form = formOf(text);
    return this.#isSigned((token) => validateRequest(token, signature, url, form))
      ? form
      : undefined;
  }

  #json({ contentType, signature }: SignedRequest, url: string, text: string) {
    if (!JSON_TYPE.test(contentType)) return undefined;
    return this.#isSigned((token) => validateRequestWithBody(token, signature, url, text))
      ? membersOf(text)
      : undefined;
  }

  /** Every token is tried, so that the time tells nothing of which one signed. */
  #isSigned(check: (token: string) => boolean): boolean {
    return this.options.authTokens.map(check).includes(true);
  }
}

/** All parameters, known or not: each of them is signed (T20). */
function formOf(text: string): Parameters {
  const all = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(all.keys())].map((name) => {
      // The SDK asks `instanceof Array`, which a platform object's array need not be.
      const values = [...all.getAll(name)];
      return [name, values.length === 1 ? values.join() : values];
    }),
  );
}

/** What is no JSON object says nothing; whoever signed it is Twilio all the same. */
function membersOf(text: string): Parameters {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const members = Object.entries(value).filter(([, member]) =>
    ['string', 'number'].includes(typeof member),
  );
  return Object.fromEntries(members.map(([name, member]) => [name, String(member)]));
}
