/// <reference path="./culori.d.ts" />
import {
  clampChroma,
  converter,
  formatHex,
  interpolate,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode as register,
  wcagContrast,
} from 'culori/fn';

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) register(mode);

const oklch = converter('oklch');

/** Contrast by WCAG 2.2, from 1 to 21. */
export const contrast = (one: string, other: string): number => wcagContrast(one, other);

/** Something a colour must stand out from. */
export interface Background {
  readonly color: string;
  /** The least contrast. */
  readonly least: number;
}

const passes = (color: string, backgrounds: readonly Background[]) =>
  backgrounds.every((background) => contrast(color, background.color) >= background.least);

/** Steps of lightness; finer ones are not told apart by eye. */
const STEP = 0.01;

/**
 * The colour, or the nearest one in lightness that stands out from all of the backgrounds, its hue kept.
 * Where none does: black or white, whichever does better.
 */
export function standOut(color: string, backgrounds: readonly Background[]): string {
  if (passes(color, backgrounds)) return color;
  const { l, c, h } = oklch(color) ?? { l: 0, c: 0, h: 0 };
  for (let away = STEP; away < 1; away += STEP) {
    for (const lightness of [l - away, l + away]) {
      if (lightness < 0 || lightness > 1) continue;
      const tried = formatHex(clampChroma({ mode: 'oklch', l: lightness, c, h }, 'oklch'));
      if (passes(tried, backgrounds)) return tried;
    }
  }
  return better('#ffffff', '#000000', backgrounds);
}

function better(one: string, other: string, backgrounds: readonly Background[]): string {
  const worst = (color: string) =>
    Math.min(...backgrounds.map((background) => contrast(color, background.color)));
  return worst(one) >= worst(other) ? one : other;
}

/** Lighter by a part of the whole scale, or darker where the part is negative. */
export function shade(color: string, part: number): string {
  const { l, c, h } = oklch(color) ?? { l: 0, c: 0, h: 0 };
  const lightness = Math.max(0, Math.min(1, l + part));
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c, h }, 'oklch'));
}

/** So much of the second colour in the first: 0 is the first. */
export const mix = (one: string, other: string, part: number): string =>
  formatHex(interpolate([one, other], 'oklab')(part));

export const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);
