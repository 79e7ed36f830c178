/** A company's logo: a small picture in a format that cannot act, recognised by its own bytes. */

import { createHash } from 'node:crypto';

export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** Ten kilobytes: it is loaded with every first page. */
export const LOGO_MAX_BYTES = 10_000;
/** On either side: a few kilobytes can unpack into gigabytes. Pixels. */
const MAX_PIXELS = 1_024;

/** Names the stored picture. */
export interface Logo {
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
  readonly mediaType: LogoType;
}

export interface LogoFile extends Logo {
  readonly bytes: Uint8Array;
}

/** Undefined for what is too large or is not one of `LOGO_TYPES`. SVG is none: it can hold scripts. */
export function readLogo(bytes: Uint8Array): LogoFile | undefined {
  if (bytes.byteLength > LOGO_MAX_BYTES) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = readPng(view) ?? readJpeg(view) ?? readWebp(view);
  if (!found || ![found.width, found.height].every((side) => side >= 1 && side <= MAX_PIXELS))
    return undefined;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { digest, mediaType: found.mediaType, bytes };
}

interface Picture {
  readonly mediaType: LogoType;
  readonly width: number;
  readonly height: number;
}

const PNG = '89504e470d0a1a0a0000000d49484452';

/** PNG (ISO 15948) 5.2 and 11.2.1: the signature, then IHDR with both sides. */
function readPng(view: Buffer): Picture | undefined {
  if (view.length < 33 || view.toString('hex', 0, 16) !== PNG) return undefined;
  return { mediaType: 'image/png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

/** ITU T.81 B.1.1.3: the start-of-frame markers; C4, C8 and CC are others. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** ITU T.81 B.2: segments of a marker and a length, until the frame that holds both sides. */
function readJpeg(view: Buffer): Picture | undefined {
  if (view.toString('hex', 0, 3) !== 'ffd8ff') return undefined;
  let at = 2;
  while (at + 9 <= view.length && view[at] === 0xff) {
    if (isFrame(view.readUInt8(at + 1))) {
      const [height, width] = [view.readUInt16BE(at + 5), view.readUInt16BE(at + 7)];
      return { mediaType: 'image/jpeg', width, height };
    }
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}

/** RFC 9649 2.4 to 2.7: simple lossy, simple lossless, extended. */
function readWebp(view: Buffer): Picture | undefined {
  const isWebp = view.toString('latin1', 0, 4) === 'RIFF' && view.length >= 30;
  if (!isWebp || view.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const sides = webpSides(view, view.toString('latin1', 12, 16));
  return sides && { mediaType: 'image/webp', width: sides[0], height: sides[1] };
}

function webpSides(view: Buffer, chunk: string): readonly [number, number] | undefined {
  switch (chunk) {
    case 'VP8 ':
      return [view.readUInt16LE(26) & 0x3fff, view.readUInt16LE(28) & 0x3fff];
    case 'VP8L': {
      const bits = view.readUInt32LE(21);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8X':
      return [view.readUIntLE(24, 3) + 1, view.readUIntLE(27, 3) + 1];
    default:
      return undefined;
  }
}
