import type { BrandColors } from '../../events.d.ts';
import { contrastRatio, nearestPassing } from './contrast.js';

export type BrandPart = keyof BrandColors;
export type BrandBackground = 'OWN_SURFACE' | 'LIGHT_THEME' | 'DARK_THEME';

/** How well one colour of a brand stands out from what it lies on. */
export interface ContrastCheck {
  readonly part: Exclude<BrandPart, 'surface'>;
  readonly color: string;
  readonly on: BrandBackground;
  readonly background: string;
  readonly ratio: number;
  readonly required: number;
  readonly passes: boolean;
  /** The nearest colour that passes; null where this one does. */
  readonly suggestion: string | null;
  /** A brand that fails here is not published; elsewhere portals show the suggestion instead. */
  readonly blocking: boolean;
}

/** Text of normal size, and large text and parts of controls (WCAG 2.1 AA, 1.4.3 and 1.4.11). */
const REQUIRED = { text: 4.5, primary: 3, accent: 3 } as const;
const PARTS = ['text', 'primary', 'accent'] as const;
/** What portals lie on in either theme where the brand has no surface of its own. */
const THEMES = { LIGHT_THEME: '#FFFFFF', DARK_THEME: '#1A2A44' } as const;

function check(
  part: ContrastCheck['part'],
  color: string,
  on: BrandBackground,
  background: string,
): ContrastCheck {
  const ratio = contrastRatio(color, background);
  const required = REQUIRED[part];
  const passes = ratio >= required;
  const suggestion = passes ? null : nearestPassing(color, background, required);
  const blocking = on === 'OWN_SURFACE';
  return { part, color, on, background, ratio, required, passes, suggestion, blocking };
}

/** All pairs of a brand that are seen: on its own surface (which is the light theme's), and in the themes. */
export function contrastChecks(colors: BrandColors): ContrastCheck[] {
  const { surface } = colors;
  return PARTS.flatMap((part) => {
    const color = colors[part];
    if (!color) return [];
    return [
      surface
        ? check(part, color, 'OWN_SURFACE', surface)
        : check(part, color, 'LIGHT_THEME', THEMES.LIGHT_THEME),
      check(part, color, 'DARK_THEME', THEMES.DARK_THEME),
    ];
  });
}
