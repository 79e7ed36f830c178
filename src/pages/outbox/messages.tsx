/** The list of SMS that were not sent: rendered here, kept current by outbox.js where scripts run. */

import type { VNode } from 'preact';

import type { Locale } from '../../domain/texts/texts.js';
import { outboxTexts } from '../texts/outbox.js';

/** A message that would have been texted, with the number in clear: it stands in for a phone. */
export interface UnsentMessage {
  readonly id: string;
  readonly to: string;
  readonly body: string;
  readonly at: Date;
}

export interface MessagesProps {
  /** Newest first. */
  readonly messages: readonly UnsentMessage[];
  readonly locale: Locale;
  /** Not more than these are shown. */
  readonly limit: number;
}

export function Messages({ messages, locale, limit }: MessagesProps): VNode {
  const t = outboxTexts(locale);
  return (
    <div class="messages" data-outbox={limit} aria-live="polite">
      <p class="quiet" hidden={messages.length > 0}>
        {t('none')}
      </p>
      <ol>
        {messages.slice(0, limit).map((message) => (
          <Message {...message} />
        ))}
      </ol>
      <noscript>
        <p class="quiet">{t('reload')}</p>
      </noscript>
    </div>
  );
}

/** outbox.js makes the same. */
function Message({ id, to, body, at }: UnsentMessage): VNode {
  const time = at.toISOString();
  return (
    <li data-message={id}>
      <strong>{to}</strong> <time dateTime={time}>{time.slice(11, 19)} UTC</time>
      <p>{body}</p>
    </li>
  );
}
