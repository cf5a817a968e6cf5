import { type BrandColors, brandTokens, type Tokens } from './brand-tokens.js';
import { PAIRS } from './pairs.js';

const NAMES = [
  ...new Set([...PAIRS.flatMap((pair) => [pair.foreground, pair.background]), 'line']),
];

/**
 * Shows a page in a tenant's colours, corrected to the contrast of whatever theme is on, now and when the
 * theme changes. Returns what takes them away again.
 */
export function applyBrand(
  { colors }: { readonly colors: BrandColors },
  root: HTMLElement = document.documentElement,
): () => void {
  const clear = () => {
    for (const name of NAMES) root.style.removeProperty(`--${name}`);
  };
  const write = () => {
    clear();
    const tokens = brandTokens(colors, readTokens(root), {
      isLight: root.dataset.theme === 'light',
      wantsMoreContrast: root.dataset.contrast === 'more',
    });
    for (const [name, color] of Object.entries(tokens)) root.style.setProperty(`--${name}`, color);
  };
  write();
  const watch = new MutationObserver(write);
  watch.observe(root, { attributeFilter: ['data-theme', 'data-contrast'] });
  return () => {
    watch.disconnect();
    clear();
  };
}

/** The tokens of a page as they hold now. */
export function readTokens(root: HTMLElement): Tokens {
  const style = getComputedStyle(root);
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const).filter(
      ([, color]) => color !== '',
    ),
  );
}
