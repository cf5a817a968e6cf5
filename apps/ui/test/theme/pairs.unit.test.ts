import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { contrast } from '../../src/theme/color.js';
import { PAIRS, SURFACES, TEXTS } from '../../src/theme/pairs.js';
import { themesOf } from '../support/tokens.js';

const SRC = join(import.meta.dirname, '../../src');
const read = (path: string) => readFileSync(join(SRC, path), 'utf8');

const themes = themesOf(read('theme/tokens.css'));
/** Names of the colours that are utilities: `--color-muted` is `text-muted`. */
const colours = [...read('theme/theme.css').matchAll(/--color-([a-z0-9-]+): var\(--\1\)/g)].map(
  ([, name]) => name ?? '',
);

const sources = ['components', 'forms', 'charts', 'shell', 'session', 'actions', 'offline'].flatMap(
  (folder) => {
    try {
      return readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => `${folder}/${file}`);
    } catch {
      return [];
    }
  },
);

/** Strings of a file that hold classes, each with its colours by kind. */
const classStrings = (file: string) =>
  [...read(file).matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, one, two]) => one ?? two ?? '');
const coloursIn = (classes: string, kind: 'text' | 'bg' | 'border') =>
  [...classes.matchAll(new RegExp(`(?:^|\\s)(?:[^\\s]*:)?${kind}-([a-z0-9-]+)(?=\\s|$)`, 'g'))]
    .map(([, name]) => name ?? '')
    .filter((name) => colours.includes(name));
/** Classes that hold at the same time: what is before the last colon is the same. */
const byVariant = (classes: string) =>
  Map.groupBy(classes.split(/\s+/), (name) => name.slice(0, name.lastIndexOf(':') + 1));

describe.each(Object.entries(themes))('in the theme %s', (_, tokens) => {
  it.each(PAIRS)('$foreground is read on $background', ({ foreground, background, least }) => {
    expect(contrast(tokens[foreground] ?? '', tokens[background] ?? '')).toBeGreaterThanOrEqual(
      least,
    );
  });
});

it('knows four themes, each with every token', () => {
  expect(Object.keys(themes)).toEqual(['dark', 'light', 'dark-more', 'light-more']);
  for (const tokens of Object.values(themes)) {
    expect(colours.filter((name) => tokens[name] === undefined)).toEqual([]);
  }
});

describe('what the components use', () => {
  it('is found in their sources', () => {
    expect(sources).toContain('components/button.tsx');
    expect(coloursIn('p-2 hover:text-text bg-danger-soft', 'text')).toEqual(['text']);
  });

  it('has its text among the texts or in a pair', () => {
    const named = new Set([...TEXTS, ...PAIRS.map(({ foreground }) => foreground)]);
    const used = sources.flatMap((file) =>
      classStrings(file).flatMap((classes) => coloursIn(classes, 'text')),
    );
    expect([...new Set(used)].filter((name) => !named.has(name))).toEqual([]);
  });

  it('has each pair of one element in the list', () => {
    const listed = new Set(
      PAIRS.map(({ foreground, background }) => `${foreground}/${background}`),
    );
    const unlisted = sources.flatMap((file) =>
      classStrings(file)
        .flatMap((classes) => [...byVariant(classes).values()].map((names) => names.join(' ')))
        .flatMap((classes) =>
          coloursIn(classes, 'text').flatMap((text) =>
            coloursIn(classes, 'bg').map((background) => `${text}/${background}`),
          ),
        )
        .filter((pair) => !listed.has(pair))
        .map((pair) => `${file}: ${pair}`),
    );
    expect(unlisted).toEqual([]);
  });

  it('has every background among the surfaces or in a pair', () => {
    const named = new Set([...SURFACES, ...PAIRS.map(({ background }) => background)]);
    const plain = ['scrim', 'line'];
    const marks = PAIRS.map(({ foreground }) => foreground);
    const used = sources.flatMap((file) =>
      classStrings(file).flatMap((classes) => coloursIn(classes, 'bg')),
    );
    expect(
      [...new Set(used)].filter((n) => !named.has(n) && !plain.includes(n) && !marks.includes(n)),
    ).toEqual([]);
  });

  it('names no colour but by a token', () => {
    const raw = sources.flatMap((file) =>
      [...read(file).matchAll(/#[0-9a-f]{3,8}\b(?=['"\s;])|rgba?\(|hsla?\(|oklch\(/gi)].map(
        ([found]) => `${file}: ${found}`,
      ),
    );
    expect(raw).toEqual([]);
  });
});
