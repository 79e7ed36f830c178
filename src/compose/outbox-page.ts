/** `/dev/outbox`: the SMS that an embedded service did not send, as a page and as JSON. */

import { createHash } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';

import type { OutboxMessage } from '../adapters/outbox/sms-sender.js';

const STYLE =
  'body{font:16px system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}' +
  'li{margin:1rem 0;padding:1rem;border:1px solid #8888;border-radius:.5rem;list-style:none}' +
  'ol{padding:0}p{margin:.5rem 0 0;overflow-wrap:anywhere}time{float:right;opacity:.7}';

/** No script, no other origin, no frame; of styles this one alone. */
const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Serves the page beside the API. A name rebound to loopback must not read the messages from a browser,
 * so only requests that name the machine itself, or an address, are answered.
 */
export function withOutboxPage(
  app: RequestListener,
  list: () => readonly OutboxMessage[],
): RequestListener {
  return (req, res) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    const isOurs = isRead && isAddress(req.headers.host);
    if (isOurs && req.url === '/dev/outbox.json')
      answer(res, 'application/json', JSON.stringify({ items: list() }));
    else if (isOurs && req.url === '/dev/outbox') answer(res, 'text/html', page(list()));
    else app(req, res);
  };
}

function isAddress(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|[\d.]+|\[[0-9a-f:]+\])(:\d+)?$/i.test(host);
}

/** To HEAD the same: of its answer Node leaves out the body. */
function answer(res: ServerResponse, type: string, body: string): void {
  res.writeHead(200, {
    ...HEADERS,
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
  });
  res.end(body);
}

function page(messages: readonly OutboxMessage[]): string {
  const items = messages.map(item).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2">
<title>Assay outbox</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Outbox</h1>
<p>Messages that would have been texted, newest first. Nothing leaves this machine.</p>
${items === '' ? '<p>None yet.</p>' : `<ol>${items}</ol>`}
</body>
</html>
`;
}

function item({ to, body, at }: OutboxMessage): string {
  const time = at.toISOString();
  return `<li><time datetime="${time}">${time.slice(11, 19)} UTC</time><strong>${escape(to)}</strong><p>${escape(body)}</p></li>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
