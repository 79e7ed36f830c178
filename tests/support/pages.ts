/** The real public listener with pages on it, and a browser's way of asking for them. */

import type { PageRoute } from '../../src/pages/page.js';
import { makePages, type PagesDeps } from '../../src/pages/pages-app.js';
import { startApi, sendPlain, type Answer, type Recorded, type Sent } from './http.js';

export const ORIGIN = 'https://assay.test';

/** What a browser sends when a person opens an address. */
export const BROWSER = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Language': 'en-GB,en;q=0.9',
} as const;

export interface PagesOptions {
  readonly publicUrl?: string;
  readonly findLogo?: PagesDeps['findLogo'];
}

export interface PagesUnderTest {
  readonly events: Recorded;
  /** With a browser's headers unless others are given. */
  open(sent: Sent): Promise<Answer>;
  /** A form as a browser sends it from our own page. */
  submit(path: string, form: SentForm): Promise<Answer>;
  stop(): Promise<void>;
}

export interface SentForm {
  readonly fields?: Readonly<Record<string, string>>;
  readonly cookie?: string;
  /** An empty one is not sent. */
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startPages(
  routes: readonly PageRoute[],
  { publicUrl = ORIGIN, findLogo = async () => undefined }: PagesOptions = {},
): Promise<PagesUnderTest> {
  const clock = { monotonicMs: () => 0, after: () => undefined };
  const reported: Recorded = {
    answered: [],
    bugs: [],
    unavailable: [],
    refusedCredentials: [],
    refusedCallbacks: [],
  };
  const events = {
    answered: () => undefined,
    bug: (event: Recorded['bugs'][number]) => reported.bugs.push(event),
    unavailable: (event: Recorded['unavailable'][number]) => reported.unavailable.push(event),
    credentialRefused: () => undefined,
    callbackRefused: () => undefined,
  };
  const pages = makePages({
    events,
    clock,
    publicUrl,
    privacyContact: 'privacy@acme.test',
    findLogo,
    routes,
  });
  const api = await startApi({ listener: { pages } });
  const { port } = api.listener.address;
  const open = (sent: Sent) =>
    sendPlain(port, { ...sent, headers: { ...BROWSER, ...sent.headers } });
  return {
    events: { ...api.events, bugs: reported.bugs, unavailable: reported.unavailable },
    open,
    submit: (path, { fields = {}, cookie, headers }) => {
      const all: Record<string, string> = {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: ORIGIN,
        ...(cookie !== undefined && { Cookie: cookie }),
        ...headers,
      };
      const sent = Object.entries(all).filter(([, value]) => value !== '');
      const body = new URLSearchParams({ ...fields }).toString();
      return open({ method: 'POST', path, body, headers: Object.fromEntries(sent) });
    },
    stop: () => api.stop(),
  };
}

/** The hidden fields of the form on a page that is sent to `action`. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const [own = ''] = form.split('</form>');
  const inputs = own.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** Cookies as a browser sends them back. */
export function cookiesOf(answer: Answer): string {
  return [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0])
    .join('; ');
}
