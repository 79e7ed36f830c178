/** The files that pages load, read once at the start and addressed by their content. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one stylesheet, in the order of its parts. */
const STYLES = ['base', 'frame', 'form', 'button', 'notice', 'table', 'media'] as const;

/** Files in `src/pages/assets`; a page names those it needs besides page.js. */
const SCRIPTS = ['page.js', 'code.js'] as const;
export type ScriptName = (typeof SCRIPTS)[number];

export interface Asset {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Assets {
  /** The address of a file, which names its content: `/assets/page.<hash>.css`. */
  path(name: 'page.css' | 'icon.svg' | ScriptName): string;
  find(path: string): Asset | undefined;
}

/** 64 bits tell two versions of one file apart. */
const HASH_CHARACTERS = 16;

export function loadAssets(folder = join(import.meta.dirname, 'assets')): Assets {
  const read = (name: string) => readFileSync(join(folder, name));
  const styles = Buffer.concat(STYLES.map((part) => read(`styles/${part}.css`)));
  const loaded = new Map([
    ['page.css', address('page', 'css', styles)],
    ['icon.svg', address('icon', 'svg', read('icon.svg'))],
    ...SCRIPTS.map((name) => [name, address(name.slice(0, -3), 'js', read(name))] as const),
  ]);
  const files = new Map([...loaded.values()].map(({ path, asset }) => [path, asset]));
  return {
    path: (name) => loaded.get(name)?.path ?? '',
    find: (path) => files.get(path),
  };
}

const MEDIA_TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

function address(name: string, extension: keyof typeof MEDIA_TYPES, bytes: Uint8Array) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_CHARACTERS);
  const asset: Asset = { mediaType: MEDIA_TYPES[extension], bytes };
  return { path: `/assets/${name}.${hash}.${extension}`, asset };
}
