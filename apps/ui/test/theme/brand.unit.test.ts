/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyBrand } from '../../src/theme/apply-brand.js';
import { type BrandColors, brandTokens, type Tokens } from '../../src/theme/brand-tokens.js';
import { contrast } from '../../src/theme/color.js';
import { PAIRS } from '../../src/theme/pairs.js';
import { themesOf } from '../support/tokens.js';

const css = readFileSync(join(import.meta.dirname, '../../src/theme/tokens.css'), 'utf8');
const themes = themesOf(css);
const kindOf = (name: string) => ({
  isLight: name.startsWith('light'),
  wantsMoreContrast: name.endsWith('more'),
});

/** What a brand would make unreadable. */
function failures(colors: BrandColors): string[] {
  return Object.entries(themes).flatMap(([name, base]) => {
    const tokens: Tokens = { ...base, ...brandTokens(colors, base, kindOf(name)) };
    return PAIRS.flatMap(({ foreground, background, least }) => {
      const found = contrast(tokens[foreground] ?? '', tokens[background] ?? '');
      return found >= least ? [] : [`${name}: ${foreground} on ${background} ${found.toFixed(2)}`];
    });
  });
}

describe('a brand', () => {
  it.each<[string, BrandColors]>([
    ['yellow on white', { accent: '#FFEB3B', surface: '#FFFFFF', text: '#FFEB3B' }],
    ['nearly equal colours', { accent: '#EDEDED', surface: '#EEEEEE', text: '#EFEFEF' }],
    [
      'black on black',
      { accent: '#000000', surface: '#000000', text: '#000000', primary: '#000000' },
    ],
    [
      'white on white',
      { accent: '#FFFFFF', surface: '#FFFFFF', text: '#FFFFFF', primary: '#FFFFFF' },
    ],
    [
      'a middle grey',
      { accent: '#777777', surface: '#808080', text: '#7F7F7F', primary: '#767676' },
    ],
    ['red on green', { accent: '#FF0000', surface: '#00FF00', text: '#FF0000' }],
    ['the colour of the dark surface', { accent: '#1A2A44', primary: '#1A2A44' }],
  ])('of %s can be read in every theme', (_, colors) => {
    expect(failures(colors)).toEqual([]);
  });

  it('of any colours can be read in every theme', () => {
    const color = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    const brand = fc.record({ accent: color, primary: color, surface: color, text: color });
    fc.assert(
      fc.property(brand, (colors) => {
        expect(failures(colors)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a colour that needs no correction', () => {
    const accent = '#7B2CBF';
    const tokens = brandTokens({ accent, primary: '#003049' }, themes.light ?? {}, kindOf('light'));
    expect([tokens['accent-solid'], tokens.accent, tokens.brand]).toEqual([
      accent,
      accent,
      '#003049',
    ]);
    expect(tokens['on-accent']).toBeUndefined();
  });

  it('changes nothing where it gives nothing, or no colours', () => {
    for (const [name, base] of Object.entries(themes)) {
      expect(brandTokens({ accent: null }, base, kindOf(name))).toEqual({});
      expect(brandTokens({ accent: 'red; } body { display: none' }, base, kindOf(name))).toEqual(
        {},
      );
    }
  });

  it('leaves the surfaces of the dark theme and of high contrast as they are', () => {
    for (const name of ['dark', 'dark-more', 'light-more']) {
      const tokens = brandTokens({ surface: '#FFF8E7' }, themes[name] ?? {}, kindOf(name));
      expect(tokens.surface).toBeUndefined();
    }
  });
});

describe('on a page', () => {
  const root = document.documentElement;
  afterEach(() => {
    document.head.replaceChildren();
    root.removeAttribute('data-theme');
  });

  it('follows the theme, and goes without a trace', async () => {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
    const remove = applyBrand({ colors: { accent: '#FFEB3B' } }, root);
    expect(root.style.getPropertyValue('--accent-solid')).toBe('#FFEB3B');
    root.dataset.theme = 'light';
    await new Promise((resolve) => setTimeout(resolve));
    const corrected = root.style.getPropertyValue('--accent-solid');
    expect(contrast(corrected, '#ffffff')).toBeGreaterThanOrEqual(3);
    remove();
    expect(root.style.length).toBe(0);
  });
});
