/** The phone beside the pages that ask for a code, where no SMS is really sent: it shows what would have come. */

import type { VNode } from 'preact';

import { outboxTexts } from '../texts/outbox.js';
import type { Visit } from '../visit.js';
import { Messages, type UnsentMessage } from './messages.js';
import { isForThisMachine, OUTBOX_SCRIPT, OUTBOX_STYLES } from './outbox-address.js';

/** The pages on which somebody waits for a text. */
const WAITING = /^\/(challenge|portal\/prove|account\/phone\/(new|code|number|change))(\/|$)/;
const SHOWN = 3;

/** Null on every other page, and for a browser that calls this machine by another name. */
export function demoPhone(
  list: () => readonly UnsentMessage[],
): (visit: Pick<Visit, 'req' | 'locale'>) => VNode | null {
  return ({ req, locale }) => {
    if (!WAITING.test(req.path) || !isForThisMachine(req.headers.host)) return null;
    const t = outboxTexts(locale);
    return (
      <aside class="phone" aria-labelledby="demo-phone">
        <link rel="stylesheet" href={OUTBOX_STYLES} />
        <script type="module" src={OUTBOX_SCRIPT} />
        <h2 id="demo-phone">{t('phone')}</h2>
        <p class="quiet">{t('nothingSent')}</p>
        <Messages messages={list()} locale={locale} limit={SHOWN} />
      </aside>
    );
  };
}
