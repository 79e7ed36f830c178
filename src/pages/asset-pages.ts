/** `/assets/…`: what pages load, each at an address that names its content. */

import { accentStyles } from './accent.js';
import type { CompanyStore } from '../app/ports/company-store.js';
import type { Assets } from './assets.js';
import { getPage, type PageAnswer, type PageRoute } from './page.js';
import { PageError } from './page-error.js';

const ACCENT = /^([0-9a-f]{6})\.css$/;

/** Reads a logo by its digest. */
export type FindLogo = CompanyStore['findLogo'];

const DIGEST = /^[0-9a-f]{64}$/;

export function assetPages(assets: Assets, findLogo: FindLogo): readonly PageRoute[] {
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
    getPage({
      id: 'page.logo',
      path: '/assets/logo/:digest',
      cookie: null,
      handle: async (visit) => {
        const digest = visit.param('digest');
        const logo = DIGEST.test(digest) ? await findLogo(digest) : undefined;
        if (!logo) throw new PageError('notFound');
        return immutable(logo.mediaType, logo.bytes);
      },
    }),
  ];
}

function immutable(mediaType: string, bytes: Uint8Array): PageAnswer {
  return { kind: 'file', mediaType, bytes, isImmutable: true };
}
