/** A company's colour as a stylesheet: changed just as far as it has to be to stay readable (WCAG 1.4.3, 1.4.11). */

type Rgb = readonly [red: number, green: number, blue: number];

/** WCAG 2.2 1.4.3 for text of any size. */
export const MIN_CONTRAST = 4.5;

/** What the colour stands on; held equal to page.css by a test. */
export const GROUNDS = {
  light: ['#ffffff', '#f5f6f8'],
  dark: ['#1c2128', '#14181d'],
} as const;
export type Scheme = keyof typeof GROUNDS;

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** Of the way to black or white. */
const STEP = 0.02;

export interface Accent {
  /** For links, marks and the ground of buttons. */
  readonly accent: string;
  /** For text on that ground. */
  readonly onAccent: '#ffffff' | '#000000';
}

/** `hex` as in `#0a5fff`. Darker until it can be read on light grounds, lighter on dark ones. */
export function accentFor(hex: string, scheme: Scheme): Accent {
  const grounds = GROUNDS[scheme].map(parseHex);
  const towards = scheme === 'light' ? BLACK : WHITE;
  const own = parseHex(hex);
  let found = own;
  for (let share = STEP; share <= 1 && !isReadable(found, grounds); share += STEP)
    found = mix(own, towards, share);
  const onAccent = contrast(found, WHITE) >= MIN_CONTRAST ? '#ffffff' : '#000000';
  return { accent: toHex(found), onAccent };
}

/** `hex` without its "#", in lower case; the caller checked it. */
export function accentStyles(hex: string): string {
  const light = accentFor(`#${hex}`, 'light');
  const dark = accentFor(`#${hex}`, 'dark');
  return `${rule(light)}\n@media (prefers-color-scheme: dark) {\n${rule(dark)}\n}\n`;
}

/** WCAG 2.2 contrast ratio of two colours such as `#0a5fff`, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  return contrast(parseHex(one), parseHex(other));
}

function rule({ accent, onAccent }: Accent): string {
  return `:root { --accent: ${accent}; --on-accent: ${onAccent}; }`;
}

function isReadable(colour: Rgb, grounds: readonly Rgb[]): boolean {
  return grounds.every((ground) => contrast(colour, ground) >= MIN_CONTRAST);
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = colour;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])];
}

function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
