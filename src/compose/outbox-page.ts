/** `/dev/outbox`: the SMS that a service outside production did not send, as a page and as JSON. */

import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { Config } from '../config/config.js';
import { loadAssets } from '../pages/assets.js';
import type { UnsentMessage } from '../pages/outbox/messages.js';
import {
  isForThisMachine,
  OUTBOX,
  OUTBOX_JSON,
  OUTBOX_SCRIPT,
  OUTBOX_STYLES,
} from '../pages/outbox/outbox-address.js';
import { outboxDocument } from '../pages/outbox/outbox-document.js';
import { PAGE_HEADERS } from '../pages/page-headers.js';
import type { Parts } from './parts.js';

const ASSETS = join(import.meta.dirname, '../pages/assets');

type List = () => readonly UnsentMessage[];

/** Null wherever messages are really sent, and in production. */
export function shownOutbox({ sending }: Parts, { isProduction }: Config): List | null {
  return isProduction ? null : sending.outbox;
}

interface Outbox {
  /** Newest first. */
  readonly list: List;
  readonly privacyContact: string;
}

interface Answer {
  readonly type: string;
  readonly body: string;
}

/** Serves the outbox beside the API: outside its logs and metrics, since pages ask every second. */
export function withOutboxPage(app: RequestListener, outbox: Outbox): RequestListener {
  const answers = answersOf(outbox);
  return (req, res) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    const answer = isRead && isForThisMachine(req.headers.host) && answers.get(req.url ?? '');
    if (answer) send(res, answer(req));
    else app(req, res);
  };
}

function answersOf({ list, privacyContact }: Outbox) {
  const frame = { assets: loadAssets(), privacyContact };
  const script = { type: 'text/javascript', body: readAsset('outbox.js') };
  const styles = { type: 'text/css', body: readAsset('outbox.css') };
  return new Map<string, (req: IncomingMessage) => Answer>([
    [OUTBOX_SCRIPT, () => script],
    [OUTBOX_STYLES, () => styles],
    [OUTBOX_JSON, () => ({ type: 'application/json', body: JSON.stringify({ items: list() }) })],
    [
      OUTBOX,
      (req) => {
        const acceptLanguage = req.headers['accept-language'];
        const body = outboxDocument({ messages: list(), acceptLanguage, frame });
        return { type: 'text/html', body };
      },
    ],
  ]);
}

function readAsset(name: string): string {
  return readFileSync(join(ASSETS, name), 'utf8');
}

/** To HEAD the same: of its answer Node leaves out the body. */
function send(res: ServerResponse, { type, body }: Answer): void {
  res.setHeaders(PAGE_HEADERS);
  res.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
    Vary: 'Accept-Language',
  });
  res.end(body);
}
