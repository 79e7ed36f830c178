/** `/dev/outbox`: every SMS that was not sent, as a page. */

import { renderToString } from 'preact-render-to-string';

import { Document } from '../components/document.js';
import type { Frame } from '../frame.js';
import { chooseLocale } from '../language.js';
import { outboxTexts } from '../texts/outbox.js';
import { Messages, type UnsentMessage } from './messages.js';
import { OUTBOX_SCRIPT, OUTBOX_STYLES } from './outbox-address.js';

export interface OutboxOrder {
  /** Newest first. */
  readonly messages: readonly UnsentMessage[];
  readonly acceptLanguage: string | undefined;
  readonly frame: Frame;
}

/** HTML, in the language the browser asks for. */
export function outboxDocument({ messages, acceptLanguage, frame }: OutboxOrder): string {
  const locale = chooseLocale({ chosen: null, acceptLanguage, fallback: null });
  const t = outboxTexts(locale);
  const title = t('outboxTitle');
  const body = (
    <>
      <link rel="stylesheet" href={OUTBOX_STYLES} />
      <script type="module" src={OUTBOX_SCRIPT} />
      <h1>{title}</h1>
      <p>{t('outboxIntro')}</p>
      <Messages {...{ messages, locale, limit: messages.length + ROOM }} />
    </>
  );
  const view = { title, body };
  const document = { view, locale, look: null, frame, keys: null, aside: null };
  return `<!doctype html>${renderToString(<Document {...document} />)}`;
}

/** For those that come while the page is open. */
const ROOM = 50;
