import { readTokens } from '@nexus/ui/theme/apply-brand';
import { type BrandColors, brandTokens } from '@nexus/ui/theme/brand-tokens';
import { type CSSProperties, useEffect, useState } from 'react';

/** A brand's tokens for one part of a page, in the theme that is on. */
export function useBrandStyle({ accent, primary, surface, text }: BrandColors): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({});
  useEffect(() => {
    const root = document.documentElement;
    const write = () => setStyle(styleOn(root, { accent, primary, surface, text }));
    write();
    // A device may change its theme by itself, at dusk.
    const watch = new MutationObserver(write);
    watch.observe(root, { attributeFilter: ['data-theme', 'data-contrast'] });
    return () => watch.disconnect();
  }, [accent, primary, surface, text]);
  return style;
}

function styleOn(root: HTMLElement, colors: BrandColors): CSSProperties {
  const tokens = brandTokens(colors, readTokens(root), {
    isLight: root.dataset.theme === 'light',
    wantsMoreContrast: root.dataset.contrast === 'more',
  });
  const named = Object.entries(tokens).map(([name, color]) => [`--${name}`, color]);
  return Object.fromEntries(named) as CSSProperties;
}
