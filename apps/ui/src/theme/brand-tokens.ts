import { contrast, isColor, mix, shade, standOut } from './color.js';
import { PAIRS } from './pairs.js';

/** The colours of a tenant, `#RRGGBB`; where one is missing the portals' own holds. */
export interface BrandColors {
  /** Buttons, links and marks. */
  readonly accent?: string | null | undefined;
  /** Headers and what stands for the business. */
  readonly primary?: string | null | undefined;
  /** What pages lie on, in the light theme. */
  readonly surface?: string | null | undefined;
  /** Text on the surface. */
  readonly text?: string | null | undefined;
}

/** Colours by token, without dashes. */
export type Tokens = Readonly<Record<string, string>>;

interface Theme {
  readonly isLight: boolean;
  /** Surfaces of high contrast are nobody's to change. */
  readonly wantsMoreContrast: boolean;
}

const TONES = ['accent', 'danger', 'warning', 'success', 'info'] as const;
const INKS = ['#ffffff', '#0c1729', '#000000'] as const;
/** A surface of a middle grey bears no text well, black or white. */
const LEAST_SURFACE = 11;

/**
 * The tokens of a theme in a tenant's colours, every pair of `PAIRS` corrected to its contrast: a colour
 * keeps its hue and gives way in lightness. Only those that differ from `base` are given.
 */
export function brandTokens(colors: BrandColors, base: Tokens, theme: Theme): Tokens {
  const own = valid(colors);
  const tokens: Record<string, string> = { ...base };
  if (theme.isLight && !theme.wantsMoreContrast) {
    if (own.text) tokens.text = own.text;
    if (own.surface) Object.assign(tokens, surfaces(own.surface, tokens));
  }
  if (own.accent) {
    tokens.accent = own.accent;
    tokens['accent-solid'] = own.accent;
    tokens.focus = own.accent;
    const surface = tokens.surface ?? '#ffffff';
    tokens['accent-soft'] = mix(surface, own.accent, theme.isLight ? 0.1 : 0.18);
    if (!theme.wantsMoreContrast) tokens.selected = mix(surface, own.accent, 0.1);
  }
  if (own.primary) tokens.brand = own.primary;
  mend(tokens, 'accent-solid');
  const solid = tokens['accent-solid'] ?? '#000000';
  if (solid !== base['accent-solid']) {
    const ink = inkOn(solid, tokens['on-accent']);
    tokens['on-accent'] = ink;
    tokens['accent-solid-hover'] = shade(solid, contrast(ink, '#000000') > 10 ? -0.05 : 0.05);
  }
  tokens['on-brand'] = inkOn(tokens.brand ?? '#000000', tokens['on-brand']);
  for (const foreground of new Set(PAIRS.map((pair) => pair.foreground))) {
    if (!foreground.startsWith('on-')) mend(tokens, foreground);
  }
  return Object.fromEntries(Object.entries(tokens).filter(([name, value]) => base[name] !== value));
}

function valid(colors: BrandColors): { [Name in keyof BrandColors]?: string } {
  return Object.fromEntries(
    Object.entries(colors).filter(([, color]) => typeof color === 'string' && isColor(color)),
  );
}

/** All that lies below, from the one colour that a tenant gives. */
function surfaces(wished: string, tokens: Tokens): Tokens {
  const ink = contrast(wished, '#000000') >= contrast(wished, '#ffffff') ? '#000000' : '#ffffff';
  const surface = standOut(wished, [{ color: ink, least: LEAST_SURFACE }]);
  const softs = TONES.map(
    (tone) => [`${tone}-soft`, mix(surface, tokens[tone] ?? ink, 0.08)] as const,
  );
  return {
    surface,
    raised: surface,
    sunken: surface,
    canvas: mix(surface, ink, 0.02),
    hover: mix(surface, ink, 0.04),
    selected: mix(surface, tokens['accent-solid'] ?? ink, 0.08),
    line: mix(surface, ink, 0.14),
    ...Object.fromEntries(softs),
  };
}

/** A colour as it must be to stand out from all that it is put on. */
function mend(tokens: Record<string, string>, foreground: string): void {
  const backgrounds = PAIRS.filter((pair) => pair.foreground === foreground).map((pair) => ({
    color: tokens[pair.background] ?? '#ffffff',
    least: pair.least,
  }));
  const color = tokens[foreground];
  if (color) tokens[foreground] = standOut(color, backgrounds);
}

/** What can be read on a fill: what was read there before, where it still can. */
function inkOn(fill: string, before: string | undefined): string {
  const inks = before ? [before, ...INKS] : INKS;
  return inks.find((ink) => contrast(ink, fill) >= 4.5) ?? '#000000';
}
