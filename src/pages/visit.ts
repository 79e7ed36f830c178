/** One request for a page: what the browser sent, and what the page is dressed in. */

import { randomBytes } from 'node:crypto';

import type { Request, Response } from 'express';

import type { Company } from '../app/ports/company-store.js';
import { readQuery } from '../http/query.js';
import { stateOf } from '../http/request-state.js';
import type { Locale } from '../domain/texts/texts.js';
import { cookieName, readCookie, writeCookie, type CookieKey } from './cookies.js';
import { csrfToken } from './forgery.js';
import type { FormKeys } from './form-keys.js';
import { formatsFor, type Formats } from './formats.js';
import { chooseLocale } from './language.js';
import type { Site } from './site.js';

/** What of a company a page shows. */
export type Look = Pick<Company, 'displayName' | 'branding' | 'locale' | 'timeZone'>;

const SECRET_BYTES = 32;
const ONCE_BYTES = 16;

interface VisitFacts {
  readonly req: Request;
  readonly res: Response;
  readonly site: Site;
  readonly deadlineMs: number;
}

export class Visit {
  readonly req: Request;
  readonly res: Response;
  /** On the Clock's monotonic scale, as `Call` has it. */
  readonly deadlineMs: number;
  /** What was sent, by the form's hidden one-time id: the same for a double click alone. Null on GET. */
  onceId: string | null = null;

  readonly #site: Site;
  #keys: FormKeys | null = null;
  #secret: string | null = null;
  #look: Look | null = null;
  #chosenLocale: string | null = null;

  constructor({ req, res, site, deadlineMs }: VisitFacts) {
    this.req = req;
    this.res = res;
    this.#site = site;
    this.deadlineMs = deadlineMs;
  }

  get correlationId(): string {
    return stateOf(this.res).requestId;
  }

  /** Query parameters, each at most once; a page takes those it knows. Throws where one came twice. */
  get query(): Readonly<Record<string, string>> {
    return readQuery(this.req);
  }

  /** A part of the path, as the route names it. */
  param(name: string): string {
    const value: unknown = this.req.params[name];
    return typeof value === 'string' ? value : '';
  }

  /** Whose page it is; errors from here on are shown in this look and language too. */
  dress(look: Look | null, chosenLocale: string | null): void {
    this.#look = look;
    this.#chosenLocale = chosenLocale;
  }

  get look(): Look | null {
    return this.#look;
  }

  /** What was chosen for the page, else the browser's, else the company's, else English. */
  get locale(): Locale {
    return chooseLocale({
      chosen: this.#chosenLocale,
      acceptLanguage: this.req.get('Accept-Language'),
      fallback: this.#look?.locale ?? null,
    });
  }

  get formats(): Formats {
    return formatsFor(this.locale, this.#look?.timeZone ?? 'UTC');
  }

  /** The value of a cookie; null where there is no sound one. */
  cookie(key: CookieKey): string | null {
    return readCookie(this.req.headers.cookie, cookieName(key, this.#site));
  }

  setCookie(key: CookieKey, value: string): void {
    writeCookie(this.res, this.#site, { key, value });
  }

  clearCookie(key: CookieKey): void {
    writeCookie(this.res, this.#site, { key, value: null });
  }

  /**
   * The secret behind the forms of this visit. A browser without its own is given one with this answer; one
   * that has it keeps it for another hour, since a page that is bound to it may be new.
   */
  formKeys(key: CookieKey | null): FormKeys {
    const known = key && this.cookie(key);
    const secret = known ?? newSecret();
    if (key === 'browser') this.setCookie('browser', secret);
    this.#secret = secret;
    this.#keys = {
      csrf: (action) => csrfToken(secret, action),
      once: () => randomBytes(ONCE_BYTES).toString('base64url'),
    };
    return this.#keys;
  }

  /** What the forms of this visit are bound to: the cookie's value, or that of the cookie given with this answer. */
  get secret(): string {
    if (this.#secret === null) throw new Error('a page without forms has no secret');
    return this.#secret;
  }

  /** Those of this visit's page, for the form in the frame; null before there are any. */
  get pageKeys(): FormKeys | null {
    return this.#keys;
  }
}

/** 256 random bits, as cookies carry them. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}
