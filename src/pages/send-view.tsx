/** Renders a page within the frame and sends it. */

import type { Response } from 'express';
import { renderToString } from 'preact-render-to-string';

import { Document } from './components/document.js';
import type { Frame } from './frame.js';
import type { PageView } from './page.js';
import type { Visit } from './visit.js';

export interface ViewOrder {
  readonly status: number;
  readonly view: PageView;
  readonly visit: Visit;
  readonly frame: Frame;
}

export function sendView(res: Response, { status, view, visit, frame }: ViewOrder): void {
  const { locale, look } = visit;
  const keys = visit.pageKeys;
  const aside = frame.aside?.(visit) ?? null;
  const html = renderToString(<Document {...{ view, locale, look, frame, keys, aside }} />);
  const bytes = Buffer.from(`<!doctype html>${html}`);
  res.status(status);
  res.set('Content-Type', 'text/html; charset=utf-8');
  res.set('Content-Language', locale);
  res.set('Content-Length', String(bytes.byteLength));
  res.end(bytes);
}
