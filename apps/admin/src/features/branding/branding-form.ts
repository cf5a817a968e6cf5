import type { BrandFactsFragment } from './brand-facts.generated.js';
import type { BrandingSaveInput } from './branding-save.generated.js';

export const COLORS = ['primary', 'accent', 'surface', 'text'] as const;
export type ColorName = (typeof COLORS)[number];
export const LOGOS = ['logo', 'darkLogo'] as const;

/** A new image, or that there shall be none; undefined keeps what there is. */
export type LogoWish = { readonly base64: string; readonly url: string } | 'none' | undefined;

/** What is being made of the brand. A colour that is empty is the portals' own. */
export interface BrandWish {
  displayName: string;
  primary: string;
  accent: string;
  surface: string;
  text: string;
  logo: LogoWish;
  darkLogo: LogoWish;
}

export function wishOf({ displayName, colors }: BrandFactsFragment): BrandWish {
  return {
    displayName,
    primary: colors.primary ?? '',
    accent: colors.accent ?? '',
    surface: colors.surface ?? '',
    text: colors.text ?? '',
    logo: undefined,
    darkLogo: undefined,
  };
}

/** A wish as the graph takes it. @param version of the branding that it began with */
export function inputOf(wish: BrandWish, version: number): BrandingSaveInput {
  const { displayName, logo, darkLogo } = wish;
  const colors = Object.fromEntries(COLORS.map((name) => [name, wish[name].trim() || null]));
  return {
    displayName: displayName.trim() || null,
    colors,
    expectedVersion: version,
    ...(logo && { logo: base64Of(logo) }),
    ...(darkLogo && { darkLogo: base64Of(darkLogo) }),
  };
}

const base64Of = (logo: NonNullable<LogoWish>) => (logo === 'none' ? null : logo.base64);

/** Where a logo is seen: the new one, the one there is, or none. */
export function urlOf(wish: LogoWish, present: string | null): string | null {
  if (wish === 'none') return null;
  return wish?.url ?? present;
}
