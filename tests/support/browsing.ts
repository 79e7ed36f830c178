/** A browser without a window: keeps cookies, follows our redirects, and sends the forms of the page it is on. */

import { hiddenFields } from './pages.js';

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where it ended up after redirects: path and query. */
  readonly at: string;
}

export interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const MAX_REDIRECTS = 5;

export class Browsing {
  /** Name to value, as the server set them. */
  readonly cookies = new Map<string, string>();
  /** The page that is open. */
  seen: Seen = { status: 0, headers: new Headers(), html: '', at: '' };

  /** `origin` as in `PUBLIC_URL`. */
  constructor(
    readonly origin: string,
    readonly language = 'en-GB,en;q=0.9',
  ) {}

  /** Opens an address, of ours or absolute, as when a person types it or follows a link. */
  async open(address: string): Promise<Seen> {
    return this.ask(address, { headers: { 'Sec-Fetch-Mode': 'navigate' } });
  }

  /** Sends the form with this action as it stands on the open page, with the fields filled in. */
  async submit(action: string, fields: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.post(action, { ...this.hidden(action), ...fields });
  }

  /** The hidden fields of the form with this action: the same ones twice are a double click. */
  hidden(action: string): Record<string, string> {
    return hiddenFields(this.seen.html, action);
  }

  /** A form with exactly these fields; `headers` to pretend that it came from elsewhere. */
  async post(
    action: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { Origin: this.origin },
  ): Promise<Seen> {
    const body = new URLSearchParams(form).toString();
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return this.ask(action.replaceAll('&amp;', '&'), {
      ...{ method: 'POST', body, headers: { ...type, ...headers } },
    });
  }

  /** One request, without following. */
  async request(path: string, { method = 'GET', body, headers }: Asked = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.origin), {
      ...{ method, redirect: 'manual' },
      ...(body !== undefined && { body }),
      headers: {
        Accept: 'text/html,*/*;q=0.8',
        'Accept-Language': this.language,
        ...(this.cookies.size > 0 && { Cookie: this.#cookieLine() }),
        ...headers,
      },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  async ask(address: string, asked: Asked): Promise<Seen> {
    let path = address;
    let response = await this.request(path, asked);
    for (let at = 0; response.status === 303 && at < MAX_REDIRECTS; at += 1) {
      path = response.headers.get('Location') ?? '';
      response = await this.request(path);
    }
    const { pathname, search } = new URL(path, this.origin);
    const { status, headers } = response;
    this.seen = { status, headers, html: await response.text(), at: pathname + search };
    return this.seen;
  }

  #cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** What a person reads: without tags, with entities resolved. */
export function textOf(html: string): string {
  const text = html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return Object.entries(entities).reduce((all, [from, to]) => all.replaceAll(from, to), text);
}
