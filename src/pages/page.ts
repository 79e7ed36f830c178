/** One page as data: its address, what it takes, and the function that answers. */

import type { VNode } from 'preact';

import type { ScriptName } from './assets.js';
import type { CookieKey } from './cookies.js';
import { FORM_BYTES, takeFields, type FieldRules, type Fields, type SentFields } from './form.js';
import type { FormKeys } from './form-keys.js';
import type { Visit } from './visit.js';

/** What a page shows inside the frame that all pages have. */
export interface PageView {
  /** Of the document, and of the page for screen readers that announce it. */
  readonly title: string;
  readonly body: VNode;
  /** Says so in the document's title. */
  readonly hasErrors?: boolean;
  /** The address that takes the footer's choice of language (POST, field `locale`); none: no choice. */
  readonly languageAction?: string;
  /** Links to the other pages of the same area, above the content. */
  readonly navigation?: VNode;
  /** Tables and charts need more room than a form. */
  readonly isWide?: boolean;
  /** Besides page.js, which every page has. */
  readonly scripts?: readonly ScriptName[];
  /** Goes on by itself; absolute, or a path of ours. The page has to offer the same as a link. */
  readonly goTo?: string;
}

export type PageAnswer =
  | {
      readonly kind: 'page';
      readonly status?: PageStatus;
      readonly view: PageView;
      /** What was thrown, where the page itself says what it means: for logs and metrics. */
      readonly failure?: unknown;
    }
  /** 303 to a path of ours: POST-redirect-GET. Nowhere else, since `form-action` rules redirects too. */
  | { readonly kind: 'redirect'; readonly to: `/${string}` }
  | { readonly kind: 'json'; readonly body: object }
  | {
      readonly kind: 'file';
      readonly mediaType: string;
      readonly bytes: Uint8Array;
      /** Saved under this name instead of shown. */
      readonly downloadAs?: string;
      readonly isImmutable?: boolean;
    }
  /** A file that is never in memory as a whole; sent as it comes, at the reader's speed. */
  | {
      readonly kind: 'stream';
      readonly mediaType: string;
      readonly downloadAs: string;
      readonly chunks: AsyncIterable<string>;
    };

export type PageStatus = 200 | 400 | 403 | 404 | 409 | 410 | 422 | 429 | 503;

interface RouteFacts {
  /** Names the page in logs and metrics: `page.` and a word or two. */
  readonly id: `page.${string}`;
  /** Express's notation. */
  readonly path: `/${string}`;
  /** Sends an SMS before it answers: the provider's deadline comes on top. */
  readonly isSending?: boolean;
}

export interface GetSpec extends RouteFacts {
  /**
   * The cookie whose secret stands behind the forms on the page; null for a page without forms. A browser
   * without a `browser` cookie is given one; without a `portal` cookie the forms of the page go nowhere.
   */
  readonly cookie: CookieKey | null;
  readonly handle: (visit: Visit, keys: FormKeys) => Promise<PageAnswer>;
}

export interface PostSpec<Rules extends FieldRules> extends RouteFacts {
  readonly cookie: CookieKey;
  /** Besides `csrf` and `once`; a field that is not named here is refused. */
  readonly fields: Rules;
  /** Bytes of the whole form; `FORM_BYTES` unless given. */
  readonly maxBytes?: number;
  /** Called only for a form that our own page sent from this browser. */
  readonly handle: (visit: Visit, keys: FormKeys, fields: Fields<Rules>) => Promise<PageAnswer>;
}

/** A spec with the types of its fields closed over, so that all pages fit one list. */
export type PageRoute = RouteFacts &
  (
    | ({ readonly method: 'get' } & Pick<GetSpec, 'cookie' | 'handle'>)
    | {
        readonly method: 'post';
        readonly cookie: CookieKey;
        readonly maxBytes: number;
        readonly handle: (visit: Visit, keys: FormKeys, sent: SentFields) => Promise<PageAnswer>;
      }
  );

/** A page to read. Changes nothing: anybody can make a browser open it. */
export function getPage(spec: GetSpec): PageRoute {
  return { ...spec, method: 'get' };
}

/** What a form does. */
export function postPage<const Rules extends FieldRules>(spec: PostSpec<Rules>): PageRoute {
  const { fields: rules, maxBytes = FORM_BYTES, handle, ...facts } = spec;
  return {
    ...{ ...facts, method: 'post', maxBytes },
    handle: (visit, keys, sent) => handle(visit, keys, takeFields(sent, rules)),
  };
}

/** 303: what was done is not done again by a reload. */
export function redirectTo(to: `/${string}`): PageAnswer {
  return { kind: 'redirect', to };
}
