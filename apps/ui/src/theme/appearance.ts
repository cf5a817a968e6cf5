/** How a person wants to see things; `system` follows the device, live. */
export interface Appearance {
  readonly theme: 'dark' | 'light' | 'system';
  readonly contrast: 'standard' | 'more' | 'system';
  readonly density: 'comfortable' | 'compact';
}

/** Dark is the house's own; contrast follows the device. */
export const DEFAULT_APPEARANCE: Appearance = {
  theme: 'dark',
  contrast: 'system',
  density: 'comfortable',
};

const LIGHT = '(prefers-color-scheme: light)';
const MORE_CONTRAST = '(prefers-contrast: more)';

/**
 * Writes an appearance on `<html>` as the attributes that tokens.css reads, and follows the device where
 * it says `system`. Returns what stops following.
 */
export function applyAppearance(
  appearance: Appearance,
  root: HTMLElement = document.documentElement,
): () => void {
  const light = matchMedia(LIGHT);
  const more = matchMedia(MORE_CONTRAST);
  const write = () => {
    root.dataset.theme =
      appearance.theme === 'system' ? (light.matches ? 'light' : 'dark') : appearance.theme;
    root.dataset.density = appearance.density;
    const wantsMore =
      appearance.contrast === 'system' ? more.matches : appearance.contrast === 'more';
    if (wantsMore) root.dataset.contrast = 'more';
    else delete root.dataset.contrast;
  };
  write();
  for (const query of [light, more]) query.addEventListener('change', write);
  return () => {
    for (const query of [light, more]) query.removeEventListener('change', write);
  };
}
