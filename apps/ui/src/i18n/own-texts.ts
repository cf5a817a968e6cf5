import type { TextFiles } from './create-texts.js';

/** The design system's own. A file of its own, because only Vite knows `import.meta.glob`. */
export const ownTexts: TextFiles = import.meta.glob('../locales/*/*.json');
