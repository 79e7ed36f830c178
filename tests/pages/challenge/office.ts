/** A company whose people are sent to the challenge pages, for tests of those pages. */

import { randomBytes, randomUUID } from 'node:crypto';

import { Browsing, textOf } from '../../support/browsing.js';
import { openInProcess, type InProcess } from '../../support/in-process.js';
import { answered, type LoginService } from '../../support/login-service.js';
import { exampleNumber } from '../../support/people.js';

export const RETURN_URL = 'https://login.acme.example/back?tenant=7';

export interface Person {
  readonly userId: string;
  readonly phoneNumber: string;
}

/** A sign-in whose browser is to be sent to `url`. */
export interface Begun extends Person {
  readonly id: string;
  readonly url: string;
  /** `/challenge/<id>` */
  readonly path: string;
  readonly nonce: string;
}

export interface Arrived extends Begun {
  /** On the page, and the page is its own. */
  readonly visitor: Browsing;
}

let numbers = 0;

export class Office {
  private constructor(
    readonly assay: InProcess,
    readonly login: LoginService,
    readonly companyId: string,
  ) {}

  static async open(): Promise<Office> {
    const assay = await openInProcess();
    const login = await assay.newClient(['challenges'], undefined, [RETURN_URL]);
    return new Office(assay, login, await assay.login.company());
  }

  close(): Promise<void> {
    return this.assay.close();
  }

  /** The same Assay and login service, for people of another company. */
  at(companyId: string): Office {
    return new Office(this.assay, this.login, companyId);
  }

  /** Changes the policy of the company. */
  async setPolicy(policy: object): Promise<void> {
    const path = `/v1/companies/${this.companyId}/policy`;
    const now = await this.assay.login.call(path);
    const headers = { 'if-match': now.headers.get('etag') ?? '' };
    const put = await this.assay.login.call(path, { method: 'PUT', headers, body: policy });
    if (put.status !== 200) throw new Error(JSON.stringify(put.body));
  }

  newcomer(): Person {
    return { userId: `u-${randomUUID()}`, phoneNumber: exampleNumber(numbers++) };
  }

  async enrolled(): Promise<Person> {
    const person = this.newcomer();
    await this.assay.login.enrol(this.companyId, person, this.assay.codeFor);
    return person;
  }

  async begin(person: Person, more: object = {}): Promise<Begun> {
    const nonce = randomBytes(24).toString('base64url');
    const body = { nonce, returnUrl: RETURN_URL, state: 'x&y=1', ...more };
    const started = await answered(() =>
      this.login.start(this.companyId, person.userId, body, randomUUID()),
    );
    const url = String(started.body['url']);
    if (!url.startsWith(this.assay.url)) throw new Error(JSON.stringify(started.body));
    const path = new URL(url).pathname;
    return { ...person, id: String(started.body['id']), url, path, nonce };
  }

  async arrive(person: Person, more: object = {}): Promise<Arrived> {
    const begun = await this.begin(person, more);
    const visitor = this.browser();
    await visitor.open(begun.path);
    await visitor.submit(`${begun.path}/continue`);
    return { ...begun, visitor };
  }

  browser(language?: string): Browsing {
    return new Browsing(this.assay.url, language);
  }

  redeem({ id, nonce }: Begun, returnCode: string | null) {
    return answered(() =>
      this.login.post(id, 'redeem', { nonce, returnCode: returnCode ?? 'none' }),
    );
  }

  codeFor({ phoneNumber }: Person): string {
    return this.assay.codeFor(phoneNumber);
  }
}

/** Where the open page goes on to by itself. */
export function goesOnTo({ seen }: Browsing): URL | null {
  const [, address] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(seen.html) ?? [];
  return address === undefined ? null : new URL(address.replaceAll('&amp;', '&'));
}

export function words({ seen }: Browsing): string {
  return textOf(seen.html);
}

/** The heading of the open page. */
export function heading({ seen }: Browsing): string {
  return textOf(/<h1>(.*?)<\/h1>/s.exec(seen.html)?.[1] ?? '').trim();
}
