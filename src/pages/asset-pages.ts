/** `/assets/…`: what pages load, each at an address that names its content. */

import { accentStyles } from './accent.js';
import type { Assets } from './assets.js';
import { getPage, type PageAnswer, type PageRoute } from './page.js';
import { PageError } from './page-error.js';

const ACCENT = /^([0-9a-f]{6})\.css$/;

export function assetPages(assets: Assets): readonly PageRoute[] {
  return [
    getPage({
      id: 'page.asset',
      path: '/assets/:name',
      cookie: null,
      handle: async (visit) => {
        const asset = assets.find(visit.req.path);
        if (!asset) throw new PageError('notFound');
        return immutable(asset.mediaType, asset.bytes);
      },
    }),
    getPage({
      id: 'page.accent',
      path: '/assets/accent/:name',
      cookie: null,
      handle: async (visit) => {
        const [, hex] = ACCENT.exec(visit.param('name')) ?? [];
        if (hex === undefined) throw new PageError('notFound');
        return immutable('text/css; charset=utf-8', Buffer.from(accentStyles(hex)));
      },
    }),
  ];
}

function immutable(mediaType: string, bytes: Uint8Array): PageAnswer {
  return { kind: 'file', mediaType, bytes, isImmutable: true };
}
