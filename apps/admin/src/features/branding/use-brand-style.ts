import { useSettings } from '@nexus/ui/shell/settings';
import { readTokens } from '@nexus/ui/theme/apply-brand';
import { type BrandColors, brandTokens } from '@nexus/ui/theme/brand-tokens';
import { type CSSProperties, useEffect, useState } from 'react';

/** A brand's tokens for one part of a page, in the theme that is on. */
export function useBrandStyle({ accent, primary, surface, text }: BrandColors): CSSProperties {
  const [{ appearance }] = useSettings();
  const [style, setStyle] = useState<CSSProperties>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page computes depends on the theme
  useEffect(() => {
    const root = document.documentElement;
    const tokens = brandTokens({ accent, primary, surface, text }, readTokens(root), {
      isLight: root.dataset.theme === 'light',
      wantsMoreContrast: root.dataset.contrast === 'more',
    });
    const named = Object.entries(tokens).map(([name, color]) => [`--${name}`, color]);
    setStyle(Object.fromEntries(named) as CSSProperties);
  }, [accent, primary, surface, text, appearance]);
  return style;
}
