import type { Appearance } from '../../src/theme/appearance.js';

/** What the catalogue shows, and how; all of it stands in the address. */
export interface Settings extends Appearance {
  readonly story: string | null;
  readonly language: 'en' | 'de' | 'pseudo';
  /** Without the frame, for tests and screenshots. */
  readonly isBare: boolean;
}

export function readSettings(query: string): Settings {
  const asked = new URLSearchParams(query);
  const one = <T extends string>(name: string, values: readonly [T, ...T[]]): T =>
    values.find((value) => value === asked.get(name)) ?? values[0];
  return {
    story: asked.get('story'),
    theme: one('theme', ['dark', 'light', 'system']),
    contrast: one('contrast', ['system', 'standard', 'more']),
    density: one('density', ['comfortable', 'compact']),
    language: one('language', ['en', 'de', 'pseudo']),
    isBare: asked.has('bare'),
  };
}

/** The address of the same page with one thing changed. */
export function addressOf(settings: Settings, change: Partial<Settings>): string {
  const { isBare, story, ...rest } = { ...settings, ...change };
  const query = new URLSearchParams(rest);
  if (story) query.set('story', story);
  if (isBare) query.set('bare', '');
  return `?${query}`;
}
