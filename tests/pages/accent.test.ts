/** WCAG 1.4.3: everything can be read, in light and dark, whatever colour a company has. */

import fc from 'fast-check';

import {
  accentFor,
  contrastRatio,
  GROUNDS,
  MIN_CONTRAST,
  type Scheme,
} from '../../src/pages/accent.js';
import { readProjectFile } from '../support/project.js';

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

it.each(SCHEMES)('a company colour can be read on %s grounds, and text on it', (scheme) => {
  fc.assert(
    fc.property(colour, (hex) => {
      const { accent, onAccent } = accentFor(hex, scheme);
      for (const ground of GROUNDS[scheme])
        expect(contrastRatio(accent, ground)).toBeGreaterThanOrEqual(MIN_CONTRAST);
      expect(contrastRatio(accent, onAccent)).toBeGreaterThanOrEqual(MIN_CONTRAST);
    }),
    { examples: [['#ffffff'], ['#000000'], ['#ffff00'], ['#808080'], ['#777777'], ['#0a5fff']] },
  );
});

it('a colour that can be read as it is stays as it is', () => {
  expect(accentFor('#0a5fff', 'light')).toEqual({ accent: '#0a5fff', onAccent: '#ffffff' });
  expect(accentFor('#ffd700', 'dark')).toEqual({ accent: '#ffd700', onAccent: '#000000' });
});

it('contrast is that of WCAG 2.2', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

/** The colours of one scheme by name. */
function palette(scheme: Scheme): Readonly<Record<string, string>> {
  const css = readProjectFile('src/pages/assets/styles/base.css');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const found = (scheme === 'light' ? light : dark).matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

/** What is written in which colour, on which ground. */
const PAIRS = [
  ...['ground', 'surface'].flatMap((ground) =>
    ['text', 'quiet', 'accent', 'danger'].map((ink) => [ink, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-danger', 'danger'],
  ['text', 'info-ground'],
  ['text', 'warning-ground'],
  ['text', 'success-ground'],
  ['text', 'danger-ground'],
  ['danger', 'danger-ground'],
] as const;

describe.each(SCHEMES)('page.css in %s', (scheme) => {
  const colours = palette(scheme);
  const of = (name: string) => colours[name] ?? 'missing';

  it('stands on the grounds that company colours are made for', () => {
    expect([of('surface'), of('ground')]).toEqual(GROUNDS[scheme]);
  });

  it.each(PAIRS)('%s can be read on %s', (ink, ground) => {
    expect(contrastRatio(of(ink), of(ground))).toBeGreaterThanOrEqual(MIN_CONTRAST);
  });

  it.each(['control', 'warning', 'success', 'danger'])('%s can be seen (WCAG 1.4.11)', (mark) => {
    expect(contrastRatio(of(mark), of('surface'))).toBeGreaterThanOrEqual(3);
  });
});

it('the stylesheet knows no left and no right, so that a page may run the other way', () => {
  for (const part of ['base', 'frame', 'form', 'button', 'notice', 'table', 'media'])
    expect(readProjectFile(`src/pages/assets/styles/${part}.css`)).not.toMatch(
      /[^a-z-](left|right)\s*[:;]|-(left|right)\b|[^-](width|height):/,
    );
});
