/** Which bytes are a logo. */

import { createHash } from 'node:crypto';

import { readLogo, LOGO_MAX_BYTES } from '../../src/domain/logo.js';
import { jpegOf, PNG, pngOf, webpOf } from '../support/pictures.js';

const GOOD: readonly (readonly [string, string, Buffer])[] = [
  ['a PNG', 'image/png', pngOf(400, 120)],
  ['a JPEG', 'image/jpeg', jpegOf(400, 120)],
  ['a lossy WebP', 'image/webp', webpOf('VP8 ', 400, 120)],
  ['a lossless WebP', 'image/webp', webpOf('VP8L', 400, 120)],
  ['an extended WebP', 'image/webp', webpOf('VP8X', 400, 120)],
];

it.each(GOOD)('takes %s and names it by its digest', (_name, mediaType, bytes) => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(readLogo(bytes)).toEqual({ mediaType, digest, bytes });
});

it.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
  ['nothing', Buffer.alloc(0)],
  ['a signature alone', PNG.subarray(0, 8)],
  ['a page behind a JPEG signature', Buffer.from('ÿØÿ<script>alert(1)</script>', 'latin1')],
  ['a JPEG whose segments end', jpegOf(40, 40).subarray(0, 10)],
  ['a JPEG of no segments', Buffer.from('ffd8ffff0000ffff0000', 'hex')],
  ['a sound file', webpOf('VP8 ', 40, 40).fill('WAVE', 8, 12)],
])('refuses %s', (_name, bytes) => {
  expect(readLogo(bytes)).toBeUndefined();
});

it.each([
  ['PNG', pngOf],
  ['JPEG', jpegOf],
  ['lossy WebP', (width: number, height: number) => webpOf('VP8 ', width, height)],
  ['lossless WebP', (width: number, height: number) => webpOf('VP8L', width, height)],
  ['extended WebP', (width: number, height: number) => webpOf('VP8X', width, height)],
])('refuses a %s that unpacks into too much, on either side', (_name, make) => {
  expect(readLogo(make(1_024, 1_024))).toBeDefined();
  expect(readLogo(make(1_025, 16))).toBeUndefined();
  expect(readLogo(make(16, 1_025))).toBeUndefined();
});

it('refuses one byte more than is allowed', () => {
  const padded = (bytes: number) => Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length)]);
  expect(readLogo(padded(LOGO_MAX_BYTES))).toBeDefined();
  expect(readLogo(padded(LOGO_MAX_BYTES + 1))).toBeUndefined();
});
