/** The files that pages load, read once at the start and addressed by their content. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const MEDIA_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
} as const;

/** Files in `src/pages/assets`; a page names its scripts by these names. */
const FILES = ['page.css', 'page.js'] as const;
export type AssetName = (typeof FILES)[number];
export type ScriptName = Extract<AssetName, `${string}.js`>;

export interface Asset {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Assets {
  /** The address of a file, which names its content: `/assets/page.<hash>.css`. */
  path(name: AssetName): string;
  find(path: string): Asset | undefined;
}

/** 64 bits tell two versions of one file apart. */
const HASH_CHARACTERS = 16;

export function loadAssets(folder = join(import.meta.dirname, 'assets')): Assets {
  const loaded = FILES.map((name) => load(folder, name));
  const paths = new Map<AssetName, string>(loaded.map(({ name, path }) => [name, path]));
  const files = new Map<string, Asset>(loaded.map(({ path, asset }) => [path, asset]));
  return {
    path: (name) => paths.get(name) ?? '',
    find: (path) => files.get(path),
  };
}

function load(folder: string, name: AssetName) {
  const bytes = readFileSync(join(folder, name));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_CHARACTERS);
  const extension = extname(name) === '.css' ? '.css' : '.js';
  const path = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`;
  return { name, path, asset: { bytes, mediaType: MEDIA_TYPES[extension] } };
}
